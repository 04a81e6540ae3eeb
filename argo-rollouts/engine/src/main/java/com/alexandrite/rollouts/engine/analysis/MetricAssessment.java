package com.alexandrite.rollouts.engine.analysis;

import java.util.OptionalInt;

/** The phase of one metric, from its limits and what was measured so far. */
final class MetricAssessment {

  private MetricAssessment() {}

  static AnalysisPhase assess(MetricSpec metric, MetricResult result, boolean terminating) {
    if (result.phase().completed()) {
      return result.phase();
    }
    Measurement last = result.last();
    if (last == null) {
      return terminating ? AnalysisPhase.SUCCESSFUL : AnalysisPhase.PENDING;
    }
    if (!last.phase().completed()) {
      return AnalysisPhase.RUNNING;
    }
    LimitExceeded exceeded = LimitExceeded.of(metric.limits(), result.counters());
    return exceeded != null ? exceeded.phase() : withinLimits(metric, result, terminating);
  }

  private static AnalysisPhase withinLimits(
      MetricSpec metric, MetricResult result, boolean terminating) {
    Limits limits = metric.limits();
    Counters counters = result.counters();
    if (limits.successApplies()
        && counters.consecutiveSuccess() >= limits.consecutiveSuccessLimit().value()) {
      return AnalysisPhase.SUCCESSFUL;
    }
    OptionalInt count = metric.effectiveCount();
    if (count.isPresent() && counters.count() >= count.getAsInt()) {
      return atCount(limits);
    }
    return terminating ? AnalysisPhase.SUCCESSFUL : AnalysisPhase.RUNNING;
  }

  /**
   * All measurements are taken and no limit was broken; the wanted row of successes was not
   * reached, though.
   */
  private static AnalysisPhase atCount(Limits limits) {
    if (!limits.successApplies()) {
      return AnalysisPhase.SUCCESSFUL;
    }
    return limits.failureApplies() ? AnalysisPhase.INCONCLUSIVE : AnalysisPhase.FAILED;
  }
}
