package com.alexandrite.rollouts.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run has to measure, with all arguments filled in and all rules applied to the metrics'
 * names.
 *
 * @param dryRun names of the metrics that the verdict ignores
 * @param retention measurements kept by metric name where it is not 10
 */
public record AnalysisRunSpec(
    List<MetricSpec> metrics, Set<String> dryRun, Map<String, Integer> retention, TtlStrategy ttl) {

  private static final int RETAINED = 10;

  public AnalysisRunSpec {
    metrics = List.copyOf(metrics);
    dryRun = Set.copyOf(dryRun);
    retention = Map.copyOf(retention);
  }

  /** A run of these metrics without any special rule. */
  public static AnalysisRunSpec of(MetricSpec... metrics) {
    return new AnalysisRunSpec(List.of(metrics), Set.of(), Map.of(), TtlStrategy.NONE);
  }

  /** The same run, which no number of errors in a row ends. */
  public AnalysisRunSpec bearingErrors() {
    return new AnalysisRunSpec(
        metrics.stream().map(MetricSpec::bearingErrors).toList(), dryRun, retention, ttl);
  }

  int retained(String metric) {
    int limit = retention.getOrDefault(metric, RETAINED);
    return limit > 0 ? limit : RETAINED;
  }
}
