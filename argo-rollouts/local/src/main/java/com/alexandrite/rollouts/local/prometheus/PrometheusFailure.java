package com.alexandrite.rollouts.local.prometheus;

/** A query without a result: Prometheus is away, refused it, or answered something else. */
public final class PrometheusFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String explanation;

  PrometheusFailure(String kind, String message) {
    super(kind + ": " + message);
    this.kind = kind;
    this.explanation = kind + ": " + message;
  }

  PrometheusFailure(String kind, String message, Throwable cause) {
    super(kind + ": " + message, cause);
    this.kind = kind;
    this.explanation = kind + ": " + message;
  }

  /**
   * One word: {@code unreachable}, {@code timeout}, {@code decode}, or Prometheus' own error type.
   */
  public String kind() {
    return kind;
  }

  /** What happened, for people. */
  public String explanation() {
    return explanation;
  }
}
