package com.alexandrite.console.release;

/**
 * Requests that a revision answered.
 *
 * @param failures of them, those answered with a server error or not at all
 */
public record ArmTotals(long requests, long failures) {
  /** Nothing yet. */
  public static final ArmTotals NONE = new ArmTotals(0, 0);

  /** What was added since an earlier reading. */
  public ArmTotals since(ArmTotals earlier) {
    return new ArmTotals(requests - earlier.requests, failures - earlier.failures);
  }

  /** Both together. */
  public ArmTotals plus(ArmTotals other) {
    return new ArmTotals(requests + other.requests, failures + other.failures);
  }

  /** What a counter that may have begun anew at zero has counted since its last reading. */
  ArmTotals sinceReset(ArmTotals last) {
    return requests < last.requests || failures < last.failures ? this : since(last);
  }

  boolean isNothing() {
    return requests == 0 && failures == 0;
  }
}
