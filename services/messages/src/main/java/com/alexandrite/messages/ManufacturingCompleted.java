package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/** The piece is made. */
public record ManufacturingCompleted(EventFacts facts) implements OrderEvent {

  /** Refuses an event with a hole. */
  public ManufacturingCompleted {
    requireNonNull(facts, "facts is null");
  }
}
