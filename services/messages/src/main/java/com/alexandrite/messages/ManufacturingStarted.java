package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/** An operator took the work order; the actor is the operator. */
public record ManufacturingStarted(EventFacts facts) implements OrderEvent {

  /** Refuses an event with a hole. */
  public ManufacturingStarted {
    requireNonNull(facts, "facts is null");
  }
}
