package com.alexandrite.console.desk;

import com.alexandrite.console.view.Series;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Mark;
import com.alexandrite.rollouts.local.prometheus.PromSeries;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equal steps from start to end. */
public record Axis(Instant start, Instant end, Duration step) {
  private static final int POINTS = 180;
  private static final Duration SHORTEST_RATE = Duration.ofSeconds(10);

  /** As many steps as a chart has points. */
  public static Axis of(Span span) {
    Duration window = span.length();
    long step = Math.max(1, window.toSeconds() / POINTS);
    Instant end = Instant.ofEpochSecond(span.to().getEpochSecond() / step * step);
    long count = Math.max(1, window.toSeconds() / step);
    return new Axis(end.minusSeconds(count * step), end, Duration.ofSeconds(step));
  }

  /** As Prometheus is asked. */
  public Range range() {
    return new Range(start, end, step);
  }

  /** Of rates that do not jump between two points. */
  public String rateWindow() {
    Duration twoSteps = step.multipliedBy(2);
    return (twoSteps.compareTo(SHORTEST_RATE) > 0 ? twoSteps : SHORTEST_RATE).toSeconds() + "s";
  }

  int length() {
    return (int) Duration.between(start, end).dividedBy(step) + 1;
  }

  List<Instant> instants() {
    List<Instant> instants = new ArrayList<>();
    for (int i = 0; i < length(); i++) {
      instants.add(start.plus(step.multipliedBy(i)));
    }
    return instants;
  }

  /** As charts count. */
  public double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  /** A line that was not measured. */
  public List<@Nullable Double> nothing() {
    List<@Nullable Double> nothing = new ArrayList<>();
    for (int i = 0; i < length(); i++) {
      nothing.add(null);
    }
    return nothing;
  }

  /** A line of what was measured. */
  public List<@Nullable Double> place(List<PromSeries.Point> points) {
    List<@Nullable Double> values = nothing();
    for (PromSeries.Point point : points) {
      long index = (point.time() - start.toEpochMilli()) / step.toMillis();
      if (index >= 0 && index < values.size() && Double.isFinite(point.value())) {
        values.set((int) index, point.value());
      }
    }
    return values;
  }

  /** All lines together. */
  public Series series(
      Lines stable,
      Lines canary,
      List<@Nullable Double> weights,
      Map<String, Series.Threshold> thresholds,
      List<Mark> marks) {
    return new Series(
        seconds(start),
        seconds(end),
        instants().stream().map(this::seconds).toList(),
        stable,
        canary,
        weights,
        thresholds,
        marks);
  }

  /** No line at all. */
  public Series empty(List<Mark> marks) {
    var none = new Lines(List.of(), List.of(), List.of(), List.of());
    return new Series(
        seconds(start), seconds(end), List.of(), none, none, List.of(), Map.of(), marks);
  }
}
