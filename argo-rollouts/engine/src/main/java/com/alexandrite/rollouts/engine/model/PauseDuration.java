package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.condition.GoDuration;

/**
 * How long a pause lasts: {@code 10}, {@code "10"}, {@code "10s"}, {@code "1m30s"}; parts of a
 * second don't count.
 */
public final class PauseDuration {

  /** What an unreadable text means; the manifest reader refuses it. */
  public static final int INVALID = -1;

  private static final int MILLIS = 1000;

  private PauseDuration() {}

  /** The length in whole seconds, or {@link #INVALID}. */
  public static int seconds(IntOrString duration) {
    if (duration instanceof IntOrString.Whole(int seconds)) {
      return seconds;
    }
    return GoDuration.parse(duration.text())
        .map(length -> whole(length.toMillis() / MILLIS))
        .orElseGet(() -> plain(duration.text()));
  }

  /** More seconds than an int takes are none. */
  private static int whole(long seconds) {
    return seconds == (int) seconds ? (int) seconds : Integer.MIN_VALUE;
  }

  private static int plain(String seconds) {
    try {
      return Integer.parseInt(seconds);
    } catch (NumberFormatException neither) {
      return INVALID;
    }
  }
}
