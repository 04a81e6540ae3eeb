package com.alexandrite.rollouts.engine.condition;

/** Powers with Go's special cases and Go's steps of rounding. */
final class GoPower {

  private static final double HUGE_EXPONENT = 0x1p63;

  private GoPower() {}

  static double power(double x, double y) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (y == 1) {
      return x;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    if (x == -1 && Double.isInfinite(y)) {
      return 1;
    }
    if (x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
      return Math.pow(x, y);
    }
    if (y == 0.5) {
      return Math.sqrt(x);
    }
    return y == -0.5 ? 1 / Math.sqrt(x) : finite(x, y);
  }

  private static double finite(double x, double y) {
    double size = Math.abs(y);
    double whole = Math.floor(size);
    double fraction = size - whole;
    if (fraction != 0 && x < 0) {
      return Double.NaN;
    }
    if (whole >= HUGE_EXPONENT) {
      return Math.pow(x, y);
    }
    double result = 1;
    if (fraction != 0) {
      if (fraction > 0.5) {
        fraction--;
        whole++;
      }
      result = StrictMath.exp(fraction * StrictMath.log(x));
    }
    return squared(x, (long) whole, result, y < 0);
  }

  /**
   * Multiplies by x to the whole power, mantissa and exponent apart so that nothing overflows on
   * the way.
   */
  private static double squared(double x, long power, double start, boolean inverse) {
    double result = start;
    long exponent = 0;
    int xExponent = exponent(x);
    double mantissa = Math.scalb(x, -xExponent);
    long scale = xExponent;
    for (long i = power; i != 0; i >>= 1) {
      if (scale < -(1 << 12) || scale > 1 << 12) {
        // Beyond any float: what remains can only be nothing or infinite.
        exponent += scale;
        break;
      }
      if ((i & 1) == 1) {
        result *= mantissa;
        exponent += scale;
      }
      mantissa *= mantissa;
      scale <<= 1;
      if (mantissa < 0.5) {
        mantissa += mantissa;
        scale--;
      }
    }
    if (inverse) {
      result = 1 / result;
      exponent = -exponent;
    }
    return Math.scalb(result, (int) Math.clamp(exponent, -5000L, 5000L));
  }

  /** The exponent that leaves a mantissa of at least one half and less than one. */
  private static int exponent(double x) {
    if (Math.abs(x) < Double.MIN_NORMAL) {
      return Math.getExponent(x * 0x1p54) - 54 + 1;
    }
    return Math.getExponent(x) + 1;
  }
}
