package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/** Packing has begun. */
public record OrderPackaged(EventFacts facts) implements OrderEvent {

  /** Refuses an event with a hole. */
  public OrderPackaged {
    requireNonNull(facts, "facts is null");
  }
}
