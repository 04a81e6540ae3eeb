package com.alexandrite.rollouts.engine.analysis;

import org.jspecify.annotations.Nullable;

/** The limit that a metric broke, with the phase that follows from it. */
public record LimitExceeded(
    AnalysisPhase phase, String counter, int value, String limitName, int limit) {

  /**
   * The limit that these counters break, null if none; of several the last in Argo's order counts.
   */
  public static @Nullable LimitExceeded of(Limits limits, Counters counters) {
    int errors = limits.consecutiveErrors();
    if (counters.consecutiveError() > errors) {
      return new LimitExceeded(
          AnalysisPhase.ERROR,
          "consecutiveErrors",
          counters.consecutiveError(),
          "consecutiveErrorLimit",
          errors);
    }
    int inconclusive = limits.inconclusiveLimit().value();
    if (counters.inconclusive() > inconclusive) {
      return new LimitExceeded(
          AnalysisPhase.INCONCLUSIVE,
          "inconclusive",
          counters.inconclusive(),
          "inconclusiveLimit",
          inconclusive);
    }
    int failed = limits.failureLimit().value();
    if (limits.failureApplies() && counters.failed() > failed) {
      return new LimitExceeded(
          AnalysisPhase.FAILED, "failed", counters.failed(), "failureLimit", failed);
    }
    return null;
  }

  /** As in {@code failed (1) > failureLimit (0)}. */
  public String text() {
    return counter + " (" + value + ") > " + limitName + " (" + limit + ")";
  }
}
