package com.alexandrite.rollouts.engine.simulation;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
public final class VirtualClock implements InstantSource {

  private Instant now;

  public VirtualClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock, never back. */
  public void moveTo(Instant later) {
    if (later.isAfter(now)) {
      now = later;
    }
  }
}
