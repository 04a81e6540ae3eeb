package com.alexandrite.kit.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up release for the charts of the living page: the same at every call, so that pictures can
 * be compared.
 */
record GallerySeries(
    double from,
    double to,
    List<Double> time,
    Map<String, List<@Nullable Double>> stable,
    Map<String, List<@Nullable Double>> canary,
    List<Double> weight,
    Map<String, Limit> thresholds,
    List<Mark> marks) {

  private static final int SECONDS = 240;
  private static final int CANARY_AT = 80;
  private static final int ABORT_AT = 200;

  record Limit(double value, String label) {}

  record Mark(double at, String kind, String label) {}

  static GallerySeries empty(double until) {
    Map<String, List<@Nullable Double>> nothing =
        Map.of("p99Ms", List.of(), "errorRate", List.of(), "p95Ms", List.of());
    return new GallerySeries(
        until - SECONDS, until, List.of(), nothing, nothing, List.of(), Map.of(), List.of());
  }

  static GallerySeries rolledBack(double until) {
    double from = until - SECONDS;
    return new GallerySeries(
        from,
        until,
        IntStream.range(0, SECONDS).mapToObj(second -> from + second).toList(),
        Map.of(
            "errorRate", always(second -> second % 40 == 7 ? 0.004 : 0),
            "p95Ms", always(second -> 48 + wave(second, 9)),
            "requestRate", always(second -> onCanary(second) ? 8 + wave(second, 1) : 10)),
        Map.of(
            "errorRate", canary(second -> 0.22 + wave(second, 0.04)),
            "p95Ms", canary(second -> 56 + wave(second + 5, 12)),
            "requestRate", canary(second -> 2 + wave(second, 0.4))),
        IntStream.range(0, SECONDS).mapToObj(GallerySeries::weightAt).toList(),
        Map.of("errorRate", new Limit(0.05, "limit"), "p95Ms", new Limit(300, "limit")),
        List.of(
            new Mark(from + CANARY_AT, "step", "5 %"),
            new Mark(from + 140, "step", "20 %"),
            new Mark(from + ABORT_AT, "abort", "aborted")));
  }

  private static boolean onCanary(int second) {
    return second >= CANARY_AT && second < ABORT_AT;
  }

  private static double wave(int second, double height) {
    return height * Math.sin(second / 7.0) * Math.cos(second / 3.1);
  }

  private static double weightAt(int second) {
    return !onCanary(second) ? 0 : second < 140 ? 5 : 20;
  }

  private static List<@Nullable Double> always(IntToDoubleFunction line) {
    return line(line, _ -> true);
  }

  private static List<@Nullable Double> canary(IntToDoubleFunction line) {
    return line(line, GallerySeries::onCanary);
  }

  private static List<@Nullable Double> line(IntToDoubleFunction line, IntPredicate measured) {
    List<@Nullable Double> values = new ArrayList<>(SECONDS);
    for (int second = 0; second < SECONDS; second++) {
      values.add(measured.test(second) ? line.applyAsDouble(second) : null);
    }
    return values;
  }
}
