package com.alexandrite.console.desk;

import com.alexandrite.rollouts.local.prometheus.PromValue;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import com.alexandrite.rollouts.local.prometheus.PrometheusFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Present latency of a revision. Asked at most once a second, and rarely while Prometheus is away.
 */
@Component
class LatencyReader {
  private static final String WINDOW = "30s";
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final double P95 = 0.95;
  private static final double P99 = 0.99;

  private final PrometheusApi prometheus;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile Instant restUntil = Instant.MIN;

  LatencyReader(PrometheusApi prometheus, InstantSource clock) {
    this.prometheus = prometheus;
    this.clock = clock;
  }

  /** Null where nothing was measured. */
  record Latency(@Nullable Double p95Ms, @Nullable Double p99Ms, double requestsPerSecond) {
    static final Latency UNKNOWN = new Latency(null, null, 0);
  }

  private record Known(Latency latency, Instant until) {}

  Latency read(String service, String hash) {
    Instant now = clock.instant();
    Known last = known.get(hash);
    if (last != null && now.isBefore(last.until())) {
      return last.latency();
    }
    if (now.isBefore(restUntil)) {
      return Latency.UNKNOWN;
    }
    Latency latency = measure(new ArmQueries(service, hash, WINDOW));
    known.put(hash, new Known(latency, now.plus(FRESH)));
    return latency;
  }

  private Latency measure(ArmQueries queries) {
    try {
      Double rate = number(queries.requestRate());
      return new Latency(
          number(queries.latencyMillis(P95)),
          number(queries.latencyMillis(P99)),
          rate == null ? 0 : rate);
    } catch (PrometheusFailure e) {
      restUntil = clock.instant().plus(REST_AFTER_FAILURE);
      return Latency.UNKNOWN;
    }
  }

  private @Nullable Double number(String query) {
    PromValue value = prometheus.query(query, TIMEOUT, Map.of()).value();
    if (value instanceof PromValue.Vector vector && vector.values().size() == 1) {
      double only = vector.values().getFirst();
      return Double.isFinite(only) ? only : null;
    }
    return null;
  }
}
