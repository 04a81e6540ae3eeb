package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/** Nothing is left to do. */
public record OrderClosed(EventFacts facts) implements OrderEvent {

  /** Refuses an event with a hole. */
  public OrderClosed {
    requireNonNull(facts, "facts is null");
  }
}
