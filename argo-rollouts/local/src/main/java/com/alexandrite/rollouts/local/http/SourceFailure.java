package com.alexandrite.rollouts.local.http;

/** A source that could not be asked. */
public final class SourceFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String explanation;

  SourceFailure(String explanation, Throwable cause) {
    super(explanation, cause);
    this.explanation = explanation;
  }

  SourceFailure(String explanation) {
    super(explanation);
    this.explanation = explanation;
  }

  /** What happened, for people. */
  public String explanation() {
    return explanation;
  }
}
