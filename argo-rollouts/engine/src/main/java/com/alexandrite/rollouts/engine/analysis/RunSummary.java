package com.alexandrite.rollouts.engine.analysis;

/** How many metrics a run has and how those that ended did. */
public record RunSummary(int count, int successful, int failed, int inconclusive, int error) {

  /** No metric. */
  public static final RunSummary NONE = new RunSummary(0, 0, 0, 0, 0);

  RunSummary withMetric() {
    return new RunSummary(count + 1, successful, failed, inconclusive, error);
  }

  /** Counts one ended metric; whatever exceeded no limit counts as successful. */
  RunSummary withOutcome(AnalysisPhase outcome) {
    return switch (outcome) {
      case FAILED -> new RunSummary(count, successful, failed + 1, inconclusive, error);
      case INCONCLUSIVE -> new RunSummary(count, successful, failed, inconclusive + 1, error);
      case ERROR -> new RunSummary(count, successful, failed, inconclusive, error + 1);
      case NOT_STARTED, PENDING, RUNNING, SUCCESSFUL ->
          new RunSummary(count, successful + 1, failed, inconclusive, error);
    };
  }
}
