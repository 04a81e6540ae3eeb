package com.alexandrite.console.api;

import java.time.Duration;
import java.util.Locale;

/** A length of time as people write it: {@code 90s}, {@code 15m}, {@code 2h}. */
record Window(Duration length) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Reads it; called by Spring. */
  public static Window valueOf(String text) {
    Duration length = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a window is longer than nothing and at most a day");
    }
    return new Window(length);
  }
}
