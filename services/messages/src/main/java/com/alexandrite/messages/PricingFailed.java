package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Pricing can not price a model, now and at every later try.
 *
 * @param requestId event id of the {@link PriceRequested} that it answers
 * @param reason stable word, such as {@code mesh-not-closed}
 * @param detail what is wrong with the file, in plain English, for the customer
 */
public record PricingFailed(EventFacts facts, UUID requestId, String reason, String detail)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public PricingFailed {
    requireNonNull(facts, "facts is null");
    requireNonNull(requestId, "requestId is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
  }
}
