package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of an analysis for one revision.
 *
 * @param stepIndex 0-based; null for a background run
 * @param podHash of the revision that is judged
 * @param metrics as in the template, arguments not yet put in
 * @param args every one with its value
 * @param terminate asked to stop: no new measurements
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
    boolean terminate,
    AnalysisPhase phase,
    String message) {

  /** What started the run. */
  public enum Kind {
    STEP,
    BACKGROUND
  }

  public AnalysisRun {
    metrics = List.copyOf(metrics);
    args = List.copyOf(args);
    dryRun = List.copyOf(dryRun);
    measurementRetention = List.copyOf(measurementRetention);
  }
}
