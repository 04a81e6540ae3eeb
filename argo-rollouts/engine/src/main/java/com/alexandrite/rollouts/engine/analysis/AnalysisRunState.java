package com.alexandrite.rollouts.engine.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands; complete enough to go on from after a restart.
 *
 * @param terminate whether somebody asked for its end
 * @param startedAt null before the first reconciliation
 * @param completedAt null while it runs, and for a run that was refused
 * @param metricResults in the order in which the metrics began
 */
public record AnalysisRunState(
    AnalysisPhase phase,
    String message,
    boolean terminate,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    List<MetricResult> metricResults,
    RunSummary runSummary,
    RunSummary dryRunSummary) {

  /** A run that nobody has looked at yet. */
  public static final AnalysisRunState NEW =
      new AnalysisRunState(
          AnalysisPhase.NOT_STARTED,
          "",
          false,
          null,
          null,
          List.of(),
          RunSummary.NONE,
          RunSummary.NONE);

  public AnalysisRunState {
    metricResults = List.copyOf(metricResults);
  }

  /** A run that can't be carried out: its specification is not valid or an argument is missing. */
  public AnalysisRunState refused(String why) {
    return new AnalysisRunState(
        AnalysisPhase.ERROR,
        why,
        terminate,
        startedAt,
        completedAt,
        metricResults,
        runSummary,
        dryRunSummary);
  }

  /** The same run with the request to end it. */
  public AnalysisRunState terminating() {
    return new AnalysisRunState(
        phase, message, true, startedAt, completedAt, metricResults, runSummary, dryRunSummary);
  }

  /** What is known of this metric, null before its first measurement. */
  public @Nullable MetricResult result(String metric) {
    for (MetricResult result : metricResults) {
      if (result.name().equals(metric)) {
        return result;
      }
    }
    return null;
  }

  /**
   * Whether no new measurement begins: its end was asked for, or a metric that counts ended badly.
   */
  public boolean isTerminating() {
    boolean terminating = terminate;
    for (MetricResult result : metricResults) {
      terminating |= !result.dryRun() && result.phase().bad();
    }
    return terminating;
  }

  AnalysisRunState withResults(List<MetricResult> results) {
    return new AnalysisRunState(
        phase, message, terminate, startedAt, completedAt, results, runSummary, dryRunSummary);
  }

  AnalysisRunState with(MetricResult changed) {
    List<MetricResult> results = new ArrayList<>(metricResults);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).name().equals(changed.name())) {
        results.set(i, changed);
        return withResults(results);
      }
    }
    results.add(changed);
    return withResults(results);
  }
}
