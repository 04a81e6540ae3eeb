package com.alexandrite.console.view;

import org.jspecify.annotations.Nullable;

/**
 * What customers got from one arm since the release began.
 *
 * @param version version of the arm, null when nothing serves as this arm
 * @param requests requests answered
 * @param failures of them, those answered with a server error or not at all
 * @param errorRate failures divided by requests, 0 to 1; 0 without requests
 * @param p95Ms 95th percentile of latency in milliseconds, null without requests
 * @param p99Ms 99th percentile of latency in milliseconds, null without requests
 * @param requestsPerSecond present rate
 */
public record Arm(
    @Nullable String version,
    long requests,
    long failures,
    double errorRate,
    @Nullable Double p95Ms,
    @Nullable Double p99Ms,
    double requestsPerSecond) {

  /** An arm that nothing serves. */
  public static Arm none() {
    return new Arm(null, 0, 0, 0, null, null, 0);
  }
}
