package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/** Decimal text to the nearest double. */
final class DecimalParser {

  private static final long EXACT_BELOW = 1L << 53;
  private static final int MOST_EXPONENT = 22;
  private static final double[] POWERS = new double[MOST_EXPONENT + 1];

  static {
    double power = 1;
    for (int i = 0; i <= MOST_EXPONENT; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private DecimalParser() {}

  /**
   * The usual short numbers: digits below 2^53 times an exact power of ten round only once, so the
   * result is the nearest double. NaN for all others, right or wrong: {@link #exact} decides.
   */
  static double fast(MemorySegment text, long from, long to) {
    long at = from;
    byte sign = text.get(ValueLayout.JAVA_BYTE, at);
    at += sign == '-' || sign == '+' ? 1 : 0;
    long digits = 0;
    int scale = 0;
    boolean seenDigit = false;
    boolean seenPoint = false;
    for (; at < to; at++) {
      int c = text.get(ValueLayout.JAVA_BYTE, at);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        scale += seenPoint ? 1 : 0;
        seenDigit = true;
        if (digits >= EXACT_BELOW) {
          return Double.NaN;
        }
      } else if (c == '.' && !seenPoint) {
        seenPoint = true;
      } else {
        break;
      }
    }
    int exponent = at < to ? exponent(text, at, to) - scale : -scale;
    if (!seenDigit || Math.abs(exponent) > MOST_EXPONENT) {
      return Double.NaN;
    }
    double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    return sign == '-' ? -value : value;
  }

  /**
   * Any decimal number, or NaN and infinity in the spellings of C.
   *
   * @throws NumberFormatException when it is none
   */
  static double exact(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    if (bare.startsWith("nan") || bare.startsWith("-nan")) {
      return Double.NaN;
    }
    if (bare.equals("inf") || bare.equals("infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    // Java's own parser also takes "1f" and hexadecimal numbers, which no format knows.
    if (!bare.chars().allMatch(c -> "0123456789.e+-".indexOf(c) >= 0)) {
      throw new NumberFormatException(token);
    }
    return Double.parseDouble(lower);
  }

  /** The value behind "e", or one that is out of every range. */
  private static int exponent(MemorySegment text, long from, long to) {
    if ((text.get(ValueLayout.JAVA_BYTE, from) | 0x20) != 'e' || from + 1 == to) {
      return Integer.MAX_VALUE / 2;
    }
    byte sign = text.get(ValueLayout.JAVA_BYTE, from + 1);
    long at = from + (sign == '-' || sign == '+' ? 2 : 1);
    if (at == to || to - at > 4) {
      return Integer.MAX_VALUE / 2;
    }
    int value = 0;
    for (; at < to; at++) {
      int digit = text.get(ValueLayout.JAVA_BYTE, at) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MAX_VALUE / 2;
      }
      value = value * 10 + digit;
    }
    return sign == '-' ? -value : value;
  }
}
