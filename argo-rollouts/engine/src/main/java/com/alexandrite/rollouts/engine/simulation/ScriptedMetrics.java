package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A source whose answers are written down in advance. */
public final class ScriptedMetrics implements MetricProvider {

  private final InstantSource clock;
  private final Map<String, List<Point>> scripts;

  /** Answers of each metric in the order of their times; a metric without any is an error. */
  public ScriptedMetrics(InstantSource clock, Map<String, List<Point>> scripts) {
    this.clock = clock;
    this.scripts = Map.copyOf(scripts);
  }

  /** What the metric is from this time on. */
  public record Point(Instant from, Reading reading) {}

  @Override
  public Reading measure(MetricSpec metric) {
    Instant now = clock.instant();
    return scripts.getOrDefault(metric.name(), List.of()).stream()
        .filter(point -> !point.from().isAfter(now))
        .reduce((earlier, later) -> later)
        .map(Point::reading)
        .orElse(new Reading.Failure("no script for metric " + metric.name()));
  }
}
