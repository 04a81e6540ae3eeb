package com.alexandrite.console.flag;

import com.alexandrite.flags.server.count.Evaluations.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of answers by variant: stacked bars in a box of 1000 by 100.
 *
 * @param total all answers in the window
 * @param sums by variant, in the order of the definition; an unnamed variant last
 */
public record EvaluationBars(long total, List<Sum> sums, List<Bar> bars, Instant from, Instant to) {
  static final Duration STEP = Duration.ofMinutes(30);
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 100;

  /** All answers of a variant; {@code place} chooses its colour. */
  public record Sum(String variant, long count, int place) {}

  /** A piece of a stacked bar. */
  public record Bar(double x, double y, double width, double height, int place) {}

  static EvaluationBars of(List<Point> points, List<String> variants, Instant from, Instant to) {
    Map<String, Long> sums = new HashMap<>();
    Map<Instant, Long> heights = new HashMap<>();
    for (Point point : points) {
      sums.merge(point.variant(), point.count(), Long::sum);
      heights.merge(point.at(), point.count(), Long::sum);
    }
    long highest = heights.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Sum> named = new ArrayList<>();
    for (String variant : variants) {
      named.add(new Sum(variant, sums.getOrDefault(variant, 0L), named.size()));
    }
    if (sums.containsKey("")) {
      named.add(new Sum("", sums.getOrDefault("", 0L), named.size()));
    }
    long total = sums.values().stream().mapToLong(Long::longValue).sum();
    return new EvaluationBars(total, named, bars(points, named, highest, from, to), from, to);
  }

  private static List<Bar> bars(
      List<Point> points, List<Sum> variants, long highest, Instant from, Instant to) {
    double seconds = Duration.between(from, to).toSeconds();
    double width = WIDTH * STEP.toSeconds() / seconds;
    Map<Instant, Double> filled = new HashMap<>();
    List<Bar> bars = new ArrayList<>();
    for (Point point : points) {
      double height = HEIGHT * point.count() / highest;
      double under = filled.merge(point.at(), height, Double::sum) - height;
      double x = WIDTH * Duration.between(from, point.at()).toSeconds() / seconds;
      bars.add(
          new Bar(
              Math.max(0, x),
              HEIGHT - under - height,
              width * 0.8,
              height,
              place(variants, point.variant())));
    }
    return bars;
  }

  private static int place(List<Sum> variants, String variant) {
    return variants.stream()
        .filter(one -> one.variant().equals(variant))
        .mapToInt(Sum::place)
        .findFirst()
        .orElse(0);
  }
}
