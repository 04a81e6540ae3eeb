package com.alexandrite.cli.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Measures how long something takes.
 *
 * @param clock asked for the time
 * @param began when it was started
 */
record Stopwatch(InstantSource clock, Instant began) {

  static Stopwatch start() {
    InstantSource clock = InstantSource.system();
    return new Stopwatch(clock, clock.instant());
  }

  /** Seconds since the start, to the millisecond. */
  double seconds() {
    return Duration.between(began, clock.instant()).toMillis() / 1000.0;
  }
}
