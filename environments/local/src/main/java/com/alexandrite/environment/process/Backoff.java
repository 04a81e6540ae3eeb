package com.alexandrite.environment.process;

import java.time.Duration;

/** Pauses between the starts of a process that keeps ending: 0.5 s doubling to 10 s. */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** So long ready, and the process is taken for healthy again. */
  static final Duration FORGIVEN_AFTER = Duration.ofSeconds(30);

  private static final int DOUBLINGS = 5;

  private Backoff() {}

  /** The pause after the {@code failures}-th end in a row, counted from 1. */
  static Duration pauseAfter(int failures) {
    Duration pause = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
