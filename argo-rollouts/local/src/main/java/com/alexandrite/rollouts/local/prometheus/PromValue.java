package com.alexandrite.rollouts.local.prometheus;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The result of an instant query; labels are not kept, as conditions see numbers only. */
public sealed interface PromValue {
  /** One number. */
  record Scalar(double value) implements PromValue {}

  /** The numbers of all series, in the server's order. */
  record Vector(List<Double> values) implements PromValue {
    /** Copies the list. */
    public Vector {
      values = List.copyOf(values);
    }

    double[] array() {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** The value as Argo shows and keeps it: {@code 0.25}, {@code [1,NaN]}. */
  default String text() {
    return switch (this) {
      case Scalar(double value) -> format(value);
      case Vector vector ->
          Arrays.stream(vector.array())
              .mapToObj(PromValue::format)
              .collect(Collectors.joining(",", "[", "]"));
    };
  }

  /** A number without exponent, with as few digits as tell it apart from its neighbours. */
  static String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String digits = shortest(value).toPlainString();
    String sign = value == 0 && 1 / value < 0 ? "-" : "";
    return sign + (digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits);
  }

  /**
   * Java always gives two digits at least, although for the smallest numbers one tells them apart.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal oneDigit = new BigDecimal(value).round(new MathContext(1));
    return oneDigit.doubleValue() == value ? oneDigit : new BigDecimal(Double.toString(value));
  }
}
