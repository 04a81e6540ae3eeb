package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A seller approved an order: it may be made. Carries no price, operators need none.
 *
 * @param number the number that people say, such as {@code AX-1042}
 * @param quantity number of pieces
 * @param geometry size of the piece
 * @param dueAt when it is to leave the house
 */
public record ManufacturingApproved(
    EventFacts facts,
    String number,
    ModelFile model,
    String material,
    int quantity,
    Geometry geometry,
    Instant dueAt)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public ManufacturingApproved {
    requireNonNull(facts, "facts is null");
    requireNonNull(number, "number is null");
    requireNonNull(model, "model is null");
    requireNonNull(material, "material is null");
    requireNonNull(geometry, "geometry is null");
    requireNonNull(dueAt, "dueAt is null");
  }
}
