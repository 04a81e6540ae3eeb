package com.alexandrite.rollouts.engine.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an analysis, step by step: ask {@link #due} what is to be measured now, measure it,
 * and hand the measurements to {@link #reconcile}; do so again at the time that it names, and at
 * once while the state changes.
 */
public final class AnalysisRunReconciler {

  private AnalysisRunReconciler() {}

  /**
   * The outcome of one reconciliation.
   *
   * @param next when to look again, possibly in the past; null if nothing more is to come
   */
  public record Outcome(AnalysisRunState run, @Nullable Instant next) {}

  /** The measurements to make now; in parallel or one after the other. */
  public static List<MetricTask> due(AnalysisRunSpec spec, AnalysisRunState run, Instant now) {
    return run.phase().completed() ? List.of() : MetricSchedule.due(spec.metrics(), run, now);
  }

  /**
   * The run after these measurements. A completed run does not change.
   *
   * @param now not before the end of any of the measurements
   */
  public static Outcome reconcile(
      AnalysisRunSpec spec, AnalysisRunState run, List<TakenMeasurement> taken, Instant now) {
    if (run.phase().completed()) {
      return new Outcome(run, null);
    }
    AnalysisRunState measured = recordMeasurements(spec, run, taken, now);
    AnalysisRunState assessed = assess(spec, measured, now);
    AnalysisRunState trimmed = retain(spec, assessed);
    Instant next =
        trimmed.phase().completed() ? null : MetricSchedule.next(spec.metrics(), trimmed, now);
    return new Outcome(trimmed, next);
  }

  private static AnalysisRunState recordMeasurements(
      AnalysisRunSpec spec, AnalysisRunState run, List<TakenMeasurement> taken, Instant now) {
    AnalysisRunState state = run;
    for (TakenMeasurement one : taken) {
      String metric = one.task().metric().name();
      MetricResult known = state.result(metric);
      MetricResult result =
          known != null
              ? known
              : MetricResult.begun(metric, spec.dryRun().contains(metric), one.metadata());
      boolean replaces = one.task().inFlight() != null;
      Measurement measurement =
          one.task().terminate() ? one.measurement().terminated() : one.measurement();
      state = state.with(result.measured(measurement.endedAt(now), replaces));
    }
    return state;
  }

  private static AnalysisRunState assess(AnalysisRunSpec spec, AnalysisRunState run, Instant now) {
    RunAssessment.Verdict verdict = RunAssessment.assess(spec, run);
    boolean changed = verdict.phase() != run.phase();
    boolean ends = changed && verdict.phase().completed();
    return new AnalysisRunState(
        verdict.phase(),
        changed ? verdict.message() : run.message(),
        run.terminate(),
        run.startedAt() == null ? now : run.startedAt(),
        ends && run.completedAt() == null ? now : run.completedAt(),
        verdict.run().metricResults(),
        verdict.summary(),
        verdict.dryRunSummary());
  }

  private static AnalysisRunState retain(AnalysisRunSpec spec, AnalysisRunState run) {
    List<MetricResult> results = new ArrayList<>(run.metricResults());
    results.replaceAll(result -> result.retaining(spec.retained(result.name())));
    return run.withResults(results);
  }
}
