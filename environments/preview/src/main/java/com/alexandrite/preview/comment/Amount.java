package com.alexandrite.preview.comment;

import java.time.Duration;
import java.util.Locale;

/** Times and sizes as people read them; rounded, so that the comment is not edited for nothing. */
final class Amount {
  private static final long STEP = 100_000_000;

  private Amount() {}

  static String seconds(double seconds) {
    return seconds < 10
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : minutes(Duration.ofSeconds(Math.round(seconds)));
  }

  static String took(Duration took) {
    return took.compareTo(Duration.ofSeconds(1)) < 0
        ? took.toMillis() + " ms"
        : seconds(took.toMillis() / 1000.0);
  }

  /** In the largest unit that it has at least two of. */
  static String roughly(Duration time) {
    if (time.toHours() >= 48) {
      return Math.round(time.toMinutes() / 1440.0) + " days";
    }
    return time.toMinutes() >= 120
        ? Math.round(time.toMinutes() / 60.0) + " hours"
        : Math.max(1, Math.round(time.toSeconds() / 60.0)) + " minutes";
  }

  /** In hundreds of megabytes. */
  static String megabytes(long bytes) {
    return Math.max(1, (bytes + STEP / 2) / STEP) * 100 + " MB";
  }

  private static String minutes(Duration time) {
    return time.toSeconds() < 120
        ? time.toSeconds() + " s"
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
