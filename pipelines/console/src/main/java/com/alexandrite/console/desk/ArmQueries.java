package com.alexandrite.console.desk;

/** PromQL of what one revision's customers get; the metric names are Micrometer's. */
public final class ArmQueries {
  private static final String REQUESTS = "http_server_requests_seconds";

  /** Probes are no customers, and a stream of events is no slow answer. */
  private static final String CUSTOMERS = "uri!~\"/actuator.*|.*/events\"";

  private final String pods;
  private final String window;

  private ArmQueries(String service, String hash, String window) {
    this.pods =
        "service=\"%s\",rollouts_pod_template_hash=\"%s\",%s".formatted(service, hash, CUSTOMERS);
    this.window = window;
  }

  /**
   * Rates at each moment.
   *
   * @param window of the rates, for example {@code 15s}
   */
  public static ArmQueries moving(String service, String hash, String window) {
    return new ArmQueries(service, hash, "[" + window + "]");
  }

  /** Rates over a whole span, whenever they are asked for. */
  public static ArmQueries over(String service, String hash, Span span) {
    String window =
        "[%ds] @ %d".formatted(Math.max(1, span.length().toSeconds()), span.to().getEpochSecond());
    return new ArmQueries(service, hash, window);
  }

  /** Requests of the whole span; empty when there are no numbers. */
  public String requests() {
    return "sum(increase(%s_count{%s}%s))".formatted(REQUESTS, pods, window);
  }

  /** Failed ones among them; empty when there was none. */
  public String failures() {
    return "sum(increase(%s_count{%s,status=~\"5..\"}%s))".formatted(REQUESTS, pods, window);
  }

  /** Requests per second. */
  public String requestRate() {
    return "sum(rate(%s_count{%s}%s))".formatted(REQUESTS, pods, window);
  }

  /** Empty or NaN without requests; 0 without failures. */
  public String errorRate() {
    String failures = "sum(rate(%s_count{%s,status=~\"5..\"}%s))".formatted(REQUESTS, pods, window);
    return "(%s or 0 * %s) / %s".formatted(failures, requestRate(), requestRate());
  }

  /** The quantile, 0 to 1, of the latency. */
  public String latencyMillis(double quantile) {
    return "1000 * histogram_quantile(%s, sum by (le) (rate(%s_bucket{%s}%s)))"
        .formatted(quantile, REQUESTS, pods, window);
  }
}
