package com.alexandrite.pricing.request;

import com.alexandrite.messages.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Identity and time of an answer. The ids follow from the request: two workers that answer the same
 * one can't make two quotes of it.
 *
 * @param eventId of the event that tells it
 * @param quoteId of the quote, should it be one
 * @param at the database's time
 * @param rateTableVersion the rates
 * @param algorithmVersion measuring and price rules
 */
record Issue(
    UUID eventId, UUID quoteId, Instant at, String rateTableVersion, String algorithmVersion) {

  static Issue of(UUID requestId, Instant at, String rates, String algorithm) {
    return new Issue(
        derived("event", requestId), derived("quote", requestId), at, rates, algorithm);
  }

  /** The quote, good for so long. */
  Quote quote(Answer.Priced priced, Duration validity) {
    return new Quote(
        quoteId,
        priced.price().lines(),
        priced.price().total(),
        priced.geometry(),
        rateTableVersion,
        algorithmVersion,
        at.plus(validity));
  }

  private static UUID derived(String kind, UUID requestId) {
    String name = "alexandrite/pricing/" + kind + '/' + requestId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
