package com.alexandrite.rollouts.engine.analysis;

/**
 * What the finished measurements of a metric add up to.
 *
 * @param count finished measurements without the errors
 */
public record Counters(
    int count,
    int successful,
    int failed,
    int inconclusive,
    int error,
    int consecutiveError,
    int consecutiveSuccess) {

  /** Nothing measured. */
  public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);

  /** The counters after one more measurement; a phase that is not completed changes nothing. */
  public Counters plus(AnalysisPhase measured) {
    return switch (measured) {
      case SUCCESSFUL ->
          new Counters(
              count + 1, successful + 1, failed, inconclusive, error, 0, consecutiveSuccess + 1);
      case FAILED -> new Counters(count + 1, successful, failed + 1, inconclusive, error, 0, 0);
      case INCONCLUSIVE ->
          new Counters(count + 1, successful, failed, inconclusive + 1, error, 0, 0);
      case ERROR ->
          new Counters(count, successful, failed, inconclusive, error + 1, consecutiveError + 1, 0);
      case NOT_STARTED, PENDING, RUNNING -> this;
    };
  }
}
