package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Shop asks for the price of a stored model.
 *
 * @param model where the bytes are
 * @param material a {@link MaterialCode}
 * @param quantity number of pieces, at least 1
 * @param partner the business that the customer orders for; null for none, and from older senders
 */
public record PriceRequested(
    EventFacts facts, ModelFile model, String material, int quantity, @Nullable String partner)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public PriceRequested {
    requireNonNull(facts, "facts is null");
    requireNonNull(model, "model is null");
    requireNonNull(material, "material is null");
  }
}
