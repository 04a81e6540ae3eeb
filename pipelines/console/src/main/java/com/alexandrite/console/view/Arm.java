package com.alexandrite.console.view;

import org.jspecify.annotations.Nullable;

/**
 * What customers got from one arm since the release began.
 *
 * @param version version of the arm, null when nothing serves as this arm
 * @param requests requests answered; null when nobody counted
 * @param failures of them, those answered with a server error or not at all; null likewise
 * @param errorRate failures divided by requests, 0 to 1; 0 without requests, null likewise
 * @param p95Ms 95th percentile of latency in milliseconds, null without requests
 * @param p99Ms 99th percentile of latency in milliseconds, null without requests
 * @param requestsPerSecond present rate; null likewise, and while Prometheus does not answer
 */
public record Arm(
    @Nullable String version,
    @Nullable Long requests,
    @Nullable Long failures,
    @Nullable Double errorRate,
    @Nullable Double p95Ms,
    @Nullable Double p99Ms,
    @Nullable Double requestsPerSecond) {

  /** An arm that nothing serves. */
  public static Arm none() {
    return new Arm(null, 0L, 0L, 0.0, null, null, 0.0);
  }

  /** An arm of which only the version is known. */
  public static Arm unknown(String version) {
    return new Arm(version, null, null, null, null, null, null);
  }
}
