package com.alexandrite.rollouts.engine.analysis;

/** The numbers of a metric, each as written in the manifest or absent. */
public record Limits(
    Limit count,
    Limit failureLimit,
    Limit inconclusiveLimit,
    Limit consecutiveErrorLimit,
    Limit consecutiveSuccessLimit) {

  /** No number is written. */
  public static final Limits NONE =
      new Limits(Limit.ABSENT, Limit.ABSENT, Limit.ABSENT, Limit.ABSENT, Limit.ABSENT);

  private static final int CONSECUTIVE_ERRORS = 4;

  Limits bearingErrors() {
    return new Limits(
        count,
        failureLimit,
        inconclusiveLimit,
        Limit.of(Integer.MAX_VALUE),
        consecutiveSuccessLimit);
  }

  /** Errors in a row that are still tolerated, default 4. */
  int consecutiveErrors() {
    return consecutiveErrorLimit.present() ? consecutiveErrorLimit.value() : CONSECUTIVE_ERRORS;
  }

  /** Whether failures are counted against a limit at all. */
  boolean failureApplies() {
    return failureLimit.value() >= 0;
  }

  /** Whether a row of successes ends the metric. */
  boolean successApplies() {
    return consecutiveSuccessLimit.value() > 0;
  }
}
