package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of an analysis for one revision.
 *
 * @param stepIndex 0-based; of the step that began the experiment; null for a run that belongs to
 *     no step
 * @param podHash of the revision that is judged
 * @param metrics as in the template, arguments not yet put in
 * @param args every one with its value
 * @param state how far it is
 */
public record AnalysisRun(
    String name,
    Kind kind,
    @Nullable Integer stepIndex,
    String podHash,
    int revision,
    Instant createdAt,
    List<Map<String, Object>> metrics,
    List<Argument> args,
    List<DryRun> dryRun,
    List<MeasurementRetention> measurementRetention,
    AnalysisRunState state) {

  /** What started the run. */
  public enum Kind {
    STEP,
    BACKGROUND,
    PRE_PROMOTION,
    POST_PROMOTION,
    EXPERIMENT,
    /** Beyond Argo: watches a new stable. */
    BAKE
  }

  public AnalysisRun {
    metrics = List.copyOf(metrics);
    args = List.copyOf(args);
    dryRun = List.copyOf(dryRun);
    measurementRetention = List.copyOf(measurementRetention);
  }

  public AnalysisPhase phase() {
    return state.phase();
  }

  /** Whether it is asked to stop: no new measurements. */
  public boolean terminate() {
    return state.terminate();
  }

  public AnalysisRun withName(String changed) {
    return new AnalysisRun(
        changed,
        kind,
        stepIndex,
        podHash,
        revision,
        createdAt,
        metrics,
        args,
        dryRun,
        measurementRetention,
        state);
  }

  public AnalysisRun withState(AnalysisRunState changed) {
    return new AnalysisRun(
        name,
        kind,
        stepIndex,
        podHash,
        revision,
        createdAt,
        metrics,
        args,
        dryRun,
        measurementRetention,
        changed);
  }

  /** Whether both runs measure the same, whatever they found. */
  public boolean sameMeasuring(AnalysisRun other) {
    return metrics.equals(other.metrics)
        && args.equals(other.args)
        && dryRun.equals(other.dryRun)
        && measurementRetention.equals(other.measurementRetention)
        && terminate() == other.terminate();
  }
}
