package com.alexandrite.rollouts.engine.condition;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Prints times and lengths as Go prints them. */
final class TimeText {

  private static final String LAYOUT = "2006-01-02 15:04:05";
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private TimeText() {}

  static String of(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String of(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** As in {@code 2023-08-14 10:20:30.5 +0200 CEST}. */
  static String of(ZonedDateTime time) {
    return Times.format(time, LAYOUT) + fraction(time) + Times.format(time, " -0700 MST");
  }

  /** As in {@code 2023-08-14T10:20:30.5+02:00}. */
  static String json(ZonedDateTime time) {
    return Times.format(time, "2006-01-02T15:04:05")
        + fraction(time)
        + Times.format(time, "Z07:00");
  }

  private static String fraction(ZonedDateTime time) {
    return time.getNano() == 0 ? "" : number(time.getNano(), SECOND).substring(1);
  }

  /** As in {@code 1h0m0.5s}; below a second in one smaller unit. */
  static String of(Duration length) {
    long nanoseconds = length.toNanos();
    String sign = nanoseconds < 0 ? "-" : "";
    long size = Math.abs(nanoseconds);
    if (size == 0) {
      return "0s";
    }
    if (size < SECOND) {
      return sign + small(size);
    }
    long hours = length.abs().toHours();
    long minutes = length.abs().toMinutesPart();
    String seconds = number(size % (60 * SECOND), SECOND) + "s";
    return sign
        + (hours == 0 ? "" : hours + "h")
        + (hours == 0 && minutes == 0 ? "" : minutes + "m")
        + seconds;
  }

  private static String small(long nanoseconds) {
    if (nanoseconds < MICROSECOND) {
      return nanoseconds + "ns";
    }
    return nanoseconds < MILLISECOND
        ? number(nanoseconds, MICROSECOND) + "µs"
        : number(nanoseconds, MILLISECOND) + "ms";
  }

  private static String number(long nanoseconds, long unit) {
    BigDecimal number = BigDecimal.valueOf(nanoseconds).divide(BigDecimal.valueOf(unit));
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
