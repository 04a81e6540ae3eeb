package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A customer accepted a quote: the order has a price and waits for a seller.
 *
 * @param number the number that people say, such as {@code AX-1042}
 * @param customer account name
 * @param quote the accepted offer
 * @param quantity number of pieces
 * @param promisedDays in how many days the customer was promised it; null for the usual promise,
 *     and from older senders
 */
public record OrderPriced(
    EventFacts facts,
    String number,
    String customer,
    ModelFile model,
    String material,
    int quantity,
    Quote quote,
    @Nullable Integer promisedDays)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public OrderPriced {
    requireNonNull(facts, "facts is null");
    requireNonNull(number, "number is null");
    requireNonNull(customer, "customer is null");
    requireNonNull(model, "model is null");
    requireNonNull(material, "material is null");
    requireNonNull(quote, "quote is null");
  }
}
