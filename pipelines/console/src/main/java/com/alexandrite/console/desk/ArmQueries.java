package com.alexandrite.console.desk;

import com.alexandrite.console.view.Work;
import com.alexandrite.rollouts.engine.model.RolloutState;

/** PromQL of what one revision answers or works off; the metric names are Micrometer's. */
final class ArmQueries {
  private static final String REQUESTS = "http_server_requests_seconds";

  /** Probes are no customers, and a stream of events is no slow answer. */
  private static final String CUSTOMERS = ",uri!~\"/actuator.*|.*/events\"";

  /** A message that was answered before is no job. */
  private static final String ONCE = ",outcome!=\"duplicate\"";

  private final String all;
  private final String failed;
  private final String buckets;

  private ArmQueries(String all, String failed, String buckets) {
    this.all = all;
    this.failed = failed;
    this.buckets = buckets;
  }

  /**
   * Rates at each moment.
   *
   * @param window of the rates, for example {@code 15s}
   */
  static ArmQueries moving(RolloutState state, String hash, String window) {
    return of(state, hash, "[" + window + "]");
  }

  /** Rates over a whole span, whenever they are asked for. */
  static ArmQueries over(RolloutState state, String hash, Span span) {
    return of(
        state,
        hash,
        "[%ds] @ %d".formatted(Math.max(1, span.length().toSeconds()), span.to().getEpochSecond()));
  }

  private static ArmQueries of(RolloutState state, String hash, String window) {
    String pods =
        "service=\"%s\",rollouts_pod_template_hash=\"%s\"".formatted(state.rollout().name(), hash);
    return switch (Summaries.work(state)) {
      case Work.REQUESTS ->
          new ArmQueries(
              rate(REQUESTS + "_count", pods + CUSTOMERS, window),
              rate(REQUESTS + "_count", pods + CUSTOMERS + ",status=~\"5..\"", window),
              "rate(%s_bucket{%s}%s)".formatted(REQUESTS, pods + CUSTOMERS, window));
      case Work.JOBS ->
          new ArmQueries(
              rate("job_total", pods + ONCE, window),
              rate("job_total", pods + ",outcome=~\"later|refused\"", window),
              "rate(job_seconds_bucket{%s}%s)".formatted(pods, window));
    };
  }

  private static String rate(String counter, String selector, String window) {
    return "sum(rate(%s{%s}%s))".formatted(counter, selector, window);
  }

  String requestRate() {
    return all;
  }

  /** Empty or NaN without requests; 0 without failures. */
  String errorRate() {
    return "(%s or 0 * %s) / %s".formatted(failed, all, all);
  }

  String latencyMillis(double quantile) {
    return "1000 * histogram_quantile(%s, sum by (le) (%s))".formatted(quantile, buckets);
  }
}
