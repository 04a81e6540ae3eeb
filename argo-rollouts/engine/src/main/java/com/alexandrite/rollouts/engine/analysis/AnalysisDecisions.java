package com.alexandrite.rollouts.engine.analysis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The single decisions of an analysis, each for itself: what {@link AnalysisRunReconciler} puts
 * together, opened for comparisons with recorded decisions.
 */
public final class AnalysisDecisions {

  private AnalysisDecisions() {}

  /** What a run comes to. */
  public record RunVerdict(
      AnalysisPhase phase,
      String message,
      List<MetricResult> metricResults,
      RunSummary summary,
      RunSummary dryRunSummary) {

    public RunVerdict {
      metricResults = List.copyOf(metricResults);
    }
  }

  /** The phase of a metric after what was measured so far. */
  public static AnalysisPhase phase(MetricSpec metric, MetricResult result, boolean terminating) {
    return MetricAssessment.assess(metric, result, terminating);
  }

  /** A metric's result with one more finished measurement. */
  public static MetricResult measured(MetricResult result, Measurement measurement) {
    return result.measured(measurement, false);
  }

  /** The verdict on a run. */
  public static RunVerdict verdict(AnalysisRunSpec spec, AnalysisRunState run) {
    RunAssessment.Verdict verdict = RunAssessment.assess(spec, run);
    return new RunVerdict(
        verdict.phase(),
        verdict.message(),
        verdict.run().metricResults(),
        verdict.summary(),
        verdict.dryRunSummary());
  }

  /** The measurements that are to be begun, looked at again or ended now. */
  public static List<MetricTask> due(List<MetricSpec> metrics, AnalysisRunState run, Instant now) {
    return MetricSchedule.due(metrics, run, now);
  }

  /** When to look again; null if never. */
  public static @Nullable Instant next(
      List<MetricSpec> metrics, AnalysisRunState run, Instant now) {
    return MetricSchedule.next(metrics, run, now);
  }
}
