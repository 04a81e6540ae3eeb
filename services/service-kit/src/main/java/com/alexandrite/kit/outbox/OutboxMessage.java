package com.alexandrite.kit.outbox;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A fact on its way out.
 *
 * @param eventId what consumers recognise a second delivery by
 * @param aggregateId facts about one aggregate leave in the order in which they were appended
 * @param exchange where it goes
 * @param type name of the fact and routing key
 * @param body written as JSON
 */
public record OutboxMessage(
    UUID eventId, UUID aggregateId, String exchange, String type, Object body) {

  /** Refuses a message with a hole. */
  public OutboxMessage {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(aggregateId, "aggregateId is null");
    requireNonNull(exchange, "exchange is null");
    requireNonNull(type, "type is null");
    requireNonNull(body, "body is null");
  }
}
