package com.alexandrite.flags;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Measures of chance, each as the number of standard deviations from what chance gives. */
final class Statistics {
  /** Chance alone is further away than this once in 16,000 times. */
  static final double TOO_FAR = 4.0;

  private Statistics() {}

  /** Units 0..n-1 by their number, as people's and orders' ids look. */
  static List<String> units(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).toList();
  }

  /** How far the counts are from being equal, by chi-square. */
  static double unevenness(long[] counts) {
    double expected = Arrays.stream(counts).average().orElseThrow();
    double square =
        Arrays.stream(counts).mapToDouble(count -> Math.pow(count - expected, 2) / expected).sum();
    return deviation(square, counts.length - 1);
  }

  /** How far two ways to sort units into ten classes are from independence, by chi-square. */
  static double dependence(
      List<String> units, ToIntFunction<String> first, ToIntFunction<String> second) {
    double[][] table = new double[10][10];
    double[] rows = new double[10];
    double[] columns = new double[10];
    for (String unit : units) {
      int row = first.applyAsInt(unit);
      int column = second.applyAsInt(unit);
      table[row][column]++;
      rows[row]++;
      columns[column]++;
    }
    double square = 0;
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 10; column++) {
        double expected = rows[row] * columns[column] / units.size();
        square += Math.pow(table[row][column] - expected, 2) / expected;
      }
    }
    return deviation(square, 81);
  }

  /** How many of {@code count} units both take in, and how far that is from independence. */
  static Overlap overlap(int count, IntPredicate first, IntPredicate second) {
    long one = IntStream.range(0, count).filter(first).count();
    long other = IntStream.range(0, count).filter(second).count();
    long both = IntStream.range(0, count).filter(first.and(second)).count();
    double expected = (double) one * other / count;
    double variance = expected * (count - one) * (count - other) / count / (count - 1);
    return new Overlap(both, (both - expected) / Math.sqrt(variance));
  }

  record Overlap(long units, double deviation) {}

  /** Wilson and Hilferty: the cube root of a chi-square is nearly normal. */
  static double deviation(double chiSquare, int freedom) {
    double spread = 2.0 / (9 * freedom);
    return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
  }
}
