package com.alexandrite.rollouts.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of one metric.
 *
 * @param message why the metric ended as it did, or the last measurement's message
 * @param dryRun whether the verdict on the run ignores it
 * @param measurements the latest ones, oldest first
 * @param metadata what the provider says of the metric, such as the resolved query
 */
public record MetricResult(
    String name,
    AnalysisPhase phase,
    String message,
    boolean dryRun,
    Counters counters,
    List<Measurement> measurements,
    Map<String, String> metadata) {

  public MetricResult {
    measurements = List.copyOf(measurements);
    metadata = Map.copyOf(metadata);
  }

  /** A metric whose first measurement begins. */
  static MetricResult begun(String name, boolean dryRun, Map<String, String> metadata) {
    return new MetricResult(
        name, AnalysisPhase.RUNNING, "", dryRun, Counters.NONE, List.of(), metadata);
  }

  /** The latest measurement, null before the first. */
  public @Nullable Measurement last() {
    return measurements.isEmpty() ? null : measurements.getLast();
  }

  MetricResult assessed(AnalysisPhase to) {
    Measurement last = last();
    return new MetricResult(
        name,
        to,
        last == null ? message : last.message(),
        dryRun,
        counters,
        measurements,
        metadata);
  }

  MetricResult withMessage(String text) {
    return new MetricResult(name, phase, text, dryRun, counters, measurements, metadata);
  }

  /** Adds a measurement, or puts it in the place of the one in flight. */
  MetricResult measured(Measurement measurement, boolean replacesLast) {
    List<Measurement> all = new ArrayList<>(measurements);
    if (replacesLast && !all.isEmpty()) {
      all.removeLast();
    }
    all.add(measurement);
    return new MetricResult(
        name, phase, message, dryRun, counters.plus(measurement.phase()), all, metadata);
  }

  MetricResult retaining(int limit) {
    int size = measurements.size();
    return size <= limit
        ? this
        : new MetricResult(
            name,
            phase,
            message,
            dryRun,
            counters,
            measurements.subList(size - limit, size),
            metadata);
  }
}
