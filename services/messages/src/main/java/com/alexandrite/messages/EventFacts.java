package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * What every event tells beside its own content.
 *
 * @param eventId makes a consumer's effect happen once
 * @param orderId the order it is about
 * @param version number of the order's transition that it tells; for an answer of pricing, that of
 *     the request
 * @param occurredAt when the sender's database said so
 * @param actor account name of the person, or name of the service, that did it
 */
public record EventFacts(
    UUID eventId, UUID orderId, long version, Instant occurredAt, String actor) {

  /** Refuses facts with a hole. */
  public EventFacts {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(orderId, "orderId is null");
    requireNonNull(occurredAt, "occurredAt is null");
    requireNonNull(actor, "actor is null");
  }
}
