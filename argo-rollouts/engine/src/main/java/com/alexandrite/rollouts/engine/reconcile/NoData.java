package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.TakenMeasurement;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Tells measurements that say nothing from those that say something bad. */
final class NoData {

  private static final String KEY = "no-data";
  private static final String EMPTY = "empty";

  private NoData() {}

  /**
   * The measurement as a rollout that holds without data sees it: a bad verdict on nothing at all
   * is no verdict. A good one stays: then the condition itself says what nothing means.
   */
  static TakenMeasurement judged(TakenMeasurement taken) {
    Measurement measured = taken.measurement();
    boolean nothing = taken.saidNothing();
    if (!measured.phase().bad() || !(nothing || measured.phase() == AnalysisPhase.ERROR)) {
      return taken;
    }
    Map<String, String> metadata = new HashMap<>(measured.metadata());
    metadata.put(KEY, nothing ? EMPTY : "unreachable");
    String message =
        measured.phase() == AnalysisPhase.ERROR
            ? measured.message()
            : "the source answered nothing: " + measured.value();
    return taken.withMeasurement(
        new Measurement(
            AnalysisPhase.ERROR,
            message,
            measured.value(),
            measured.startedAt(),
            measured.finishedAt(),
            null,
            metadata));
  }

  /** The metrics of a run that count, go on, and had no data when last measured. */
  static Stream<MetricResult> silent(AnalysisRun run) {
    return run.phase().completed() || run.terminate()
        ? Stream.of()
        : run.state().metricResults().stream()
            .filter(metric -> !metric.dryRun() && !metric.phase().completed())
            .filter(metric -> metric.counters().consecutiveError() > 0);
  }

  /** Whether the source answered, but with nothing. */
  static boolean answered(MetricResult metric) {
    Measurement last = metric.last();
    return last != null && EMPTY.equals(last.metadata().get(KEY));
  }
}
