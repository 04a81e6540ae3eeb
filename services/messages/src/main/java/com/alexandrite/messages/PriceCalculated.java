package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Pricing made an offer for a model.
 *
 * @param requestId event id of the {@link PriceRequested} that it answers
 * @param quote the offer
 */
public record PriceCalculated(EventFacts facts, UUID requestId, Quote quote) implements OrderEvent {

  /** Refuses an event with a hole. */
  public PriceCalculated {
    requireNonNull(facts, "facts is null");
    requireNonNull(requestId, "requestId is null");
    requireNonNull(quote, "quote is null");
  }
}
