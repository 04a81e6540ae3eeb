package com.alexandrite.cli.traffic;

/** The Shop did not answer as the visitor had to expect; the visitor leaves. */
final class VisitFailed extends Exception {
  private final int status;

  /**
   * @param status HTTP status, or 0 when there was no answer
   */
  VisitFailed(String what, int status) {
    super(what);
    this.status = status;
  }

  /** True when the sign-in is no longer good. */
  boolean signedOut() {
    return status == 401 || status == 403;
  }
}
