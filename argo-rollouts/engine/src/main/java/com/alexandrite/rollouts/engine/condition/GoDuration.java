package com.alexandrite.rollouts.engine.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them: {@code 300ms}, {@code 1h30m}, {@code -1.5s}. A day unit does not
 * exist.
 */
public final class GoDuration {

  private static final Pattern NOTHING = Pattern.compile("[-+]?0");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Long> NANOSECONDS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /**
   * Reads a duration with nanosecond precision; empty if the text is not one or exceeds about 292
   * years.
   */
  public static Optional<Duration> parse(String text) {
    if (NOTHING.matcher(text).matches()) {
      return Optional.of(Duration.ZERO);
    }
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = BigDecimal.valueOf(nanoseconds(part.group(2)));
      sum = sum.add(number(part.group(1)).multiply(unit).setScale(0, RoundingMode.DOWN));
    }
    if (sum.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(sum.longValueExact());
    return Optional.of(text.startsWith("-") ? duration.negated() : duration);
  }

  private static BigDecimal number(String digits) {
    String complete = digits.startsWith(".") ? "0" + digits : digits;
    return new BigDecimal(complete.endsWith(".") ? complete + "0" : complete);
  }

  private static long nanoseconds(String unit) {
    return NANOSECONDS.getOrDefault(unit, 0L);
  }
}
