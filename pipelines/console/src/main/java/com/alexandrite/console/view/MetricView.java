package com.alexandrite.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of an analysis run.
 *
 * @param name name in the template
 * @param phase phase of the metric, as of a run
 * @param query query with its arguments resolved; empty when not known
 * @param successCondition condition of success; empty when there is none
 * @param failureCondition condition of failure; empty when there is none
 * @param limit what the condition compares with; null when it does something else
 * @param unit of the limit and of the measured numbers
 * @param failureLimit failed measurements that are allowed
 * @param successful measurements that met the condition
 * @param failed measurements that did not
 * @param inconclusive measurements that met neither condition
 * @param error measurements that could not be taken
 * @param measurements the latest, oldest first
 */
public record MetricView(
    String name,
    String phase,
    String query,
    String successCondition,
    String failureCondition,
    @Nullable Double limit,
    Unit unit,
    int failureLimit,
    int successful,
    int failed,
    int inconclusive,
    int error,
    List<MeasurementView> measurements) {

  /** Copies the list. */
  public MetricView {
    measurements = List.copyOf(measurements);
  }
}
