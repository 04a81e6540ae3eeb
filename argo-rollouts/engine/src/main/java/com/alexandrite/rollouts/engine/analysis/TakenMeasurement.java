package com.alexandrite.rollouts.engine.analysis;

import java.util.Map;

/**
 * A measurement that was made for a task.
 *
 * @param metadata what the provider says of the metric as such; kept from its first measurement
 */
public record TakenMeasurement(
    MetricTask task, Measurement measurement, Map<String, String> metadata) {

  /** A measurement whose provider adds nothing. */
  public static TakenMeasurement of(MetricTask task, Measurement measurement) {
    return new TakenMeasurement(task, measurement, Map.of());
  }
}
