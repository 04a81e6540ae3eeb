package com.alexandrite.console.desk;

import com.alexandrite.console.view.Work;
import com.alexandrite.rollouts.engine.model.RolloutState;

/** PromQL of what one revision answers or works off; the metric names are Micrometer's. */
public final class ArmQueries {
  private static final String REQUESTS = "http_server_requests_seconds";

  /** Probes are no customers, and a stream of events is no slow answer. */
  private static final String CUSTOMERS = ",uri!~\"/actuator.*|.*/events\"";

  /** A message that was answered before is no job. */
  private static final String ONCE = ",outcome!=\"duplicate\"";

  private final String all;
  private final String failed;
  private final String buckets;
  private final String window;

  private ArmQueries(String all, String failed, String buckets, String window) {
    this.all = all;
    this.failed = failed;
    this.buckets = buckets;
    this.window = window;
  }

  /** One revision of a service, as its pods are labelled. */
  public record Revision(Work work, String service, String hash) {
    static Revision of(RolloutState state, String hash) {
      return new Revision(Summaries.work(state), state.rollout().name(), hash);
    }
  }

  /**
   * Rates at each moment.
   *
   * @param window of the rates, for example {@code 15s}
   */
  public static ArmQueries moving(Revision revision, String window) {
    return of(revision, "[" + window + "]");
  }

  static ArmQueries moving(RolloutState state, String hash, String window) {
    return moving(Revision.of(state, hash), window);
  }

  /** Rates over a whole span, whenever they are asked for. */
  public static ArmQueries over(Revision revision, Span span) {
    return of(
        revision,
        "[%ds] @ %d".formatted(Math.max(1, span.length().toSeconds()), span.to().getEpochSecond()));
  }

  static ArmQueries over(RolloutState state, String hash, Span span) {
    return over(Revision.of(state, hash), span);
  }

  private static ArmQueries of(Revision revision, String window) {
    String pods =
        "service=\"%s\",rollouts_pod_template_hash=\"%s\""
            .formatted(revision.service(), revision.hash());
    return switch (revision.work()) {
      case Work.REQUESTS ->
          new ArmQueries(
              REQUESTS + "_count{" + pods + CUSTOMERS + "}",
              REQUESTS + "_count{" + pods + CUSTOMERS + ",status=~\"5..\"}",
              REQUESTS + "_bucket{" + pods + CUSTOMERS + "}",
              window);
      case Work.JOBS ->
          new ArmQueries(
              "job_total{" + pods + ONCE + "}",
              "job_total{" + pods + ",outcome=~\"later|refused\"}",
              "job_seconds_bucket{" + pods + "}",
              window);
    };
  }

  /** Requests or jobs of the whole span; empty when there are no numbers. */
  public String requests() {
    return "sum(increase(%s%s))".formatted(all, window);
  }

  /** Failed ones among them; empty when there was none. */
  public String failures() {
    return "sum(increase(%s%s))".formatted(failed, window);
  }

  /** Requests or jobs per second. */
  public String requestRate() {
    return rate(all);
  }

  /** Empty or NaN without requests; 0 without failures. */
  public String errorRate() {
    return "(%s or 0 * %s) / %s".formatted(rate(failed), rate(all), rate(all));
  }

  /** The quantile, 0 to 1, of the latency. */
  public String latencyMillis(double quantile) {
    return "1000 * histogram_quantile(%s, sum by (le) (rate(%s%s)))"
        .formatted(quantile, buckets, window);
  }

  private String rate(String counter) {
    return "sum(rate(%s%s))".formatted(counter, window);
  }
}
