package com.alexandrite.rollouts.engine.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads and writes numbers exactly as Go does. */
public final class GoNumbers {

  /** An underscore may stand between two digits. */
  private static final String DIGITS = "[0-9](?:_?[0-9])*";

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:(?:%1$s)\\.?(?:%1$s)?|\\.%1$s)(?:[eE][-+]?%1$s)?".formatted(DIGITS));
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[-+]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][-+]?[0-9]+");
  private static final Pattern INFINITE = Pattern.compile("[-+]?inf(?:inity)?");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");

  private GoNumbers() {}

  /**
   * A float; empty if the text is none or exceeds the range. Knows {@code NaN} and {@code ±Inf} in
   * any case.
   */
  public static OptionalDouble parseFloat(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (INFINITE.matcher(lower).matches()) {
      return OptionalDouble.of(
          lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (!DECIMAL.matcher(text).matches() && !HEXADECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A whole number in decimal digits; empty if the text is none or exceeds 64 bits. */
  public static OptionalLong parseInt(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** A whole number in decimal digits, the nearest of 64 bits; 0 if the text is none. */
  public static long nearestInt(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return 0;
    }
    long farthest = text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    return parseInt(text).orElse(farthest);
  }

  /**
   * Never with an exponent: {@code 1000000}, {@code 0.0000001}, {@code NaN}, {@code +Inf}, {@code
   * -0}.
   */
  public static String plain(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String digits = value == 0 ? "0" : shortest(Math.abs(value)).toPlainString();
    return Math.copySign(1, value) < 0 ? "-" + digits : digits;
  }

  /** With an exponent below 1e-4 and from 1e6 on, as values are printed by default. */
  static String general(double value) {
    return withExponent(value, 1e-4, 1e6, "e%s%02d");
  }

  /** With an exponent below 1e-6 and from 1e21 on, as in JSON. */
  static String json(double value) {
    return withExponent(value, 1e-6, 1e21, "e%s%d");
  }

  private static String withExponent(double value, double from, double to, String form) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size == 0 || (size >= from && size < to)) {
      return plain(value);
    }
    BigDecimal number = shortest(size);
    String digits = number.unscaledValue().toString();
    int exponent = number.precision() - number.scale() - 1;
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = exponent < 0 ? "-" : "+";
    return (value < 0 ? "-" : "") + mantissa + form.formatted(sign, Math.abs(exponent));
  }

  /** The shortest digits that read back as this value. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      // Java never goes below two digits, which shows at the smallest numbers: 4.9E-324.
      BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
      return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
    }
    return digits;
  }

  /**
   * Cuts off the fraction; what does not fit becomes the smallest number, as on the usual
   * processors.
   */
  static long truncate(double value) {
    boolean fits = value >= -0x1p63 && value < 0x1p63;
    return fits ? (long) value : Long.MIN_VALUE;
  }
}
