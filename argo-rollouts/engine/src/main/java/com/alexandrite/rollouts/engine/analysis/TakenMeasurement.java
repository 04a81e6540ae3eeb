package com.alexandrite.rollouts.engine.analysis;

import java.util.Map;

/**
 * A measurement that was made for a task.
 *
 * @param saidNothing whether the source answered, but with no value at all
 * @param metadata what the provider says of the metric as such; kept from its first measurement
 */
public record TakenMeasurement(
    MetricTask task, Measurement measurement, boolean saidNothing, Map<String, String> metadata) {

  /** A measurement whose provider adds nothing. */
  public static TakenMeasurement of(MetricTask task, Measurement measurement) {
    return new TakenMeasurement(task, measurement, false, Map.of());
  }

  /** The same, judged otherwise. */
  public TakenMeasurement withMeasurement(Measurement judged) {
    return new TakenMeasurement(task, judged, saidNothing, metadata);
  }
}
