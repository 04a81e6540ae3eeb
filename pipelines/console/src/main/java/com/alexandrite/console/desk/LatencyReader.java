package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.local.prometheus.PromValue;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import com.alexandrite.rollouts.local.prometheus.PrometheusFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Latency of a revision. The same is asked at most once a second, what is over rarely, and hardly
 * anything while Prometheus is away.
 */
@Component
@OnThisMachine
class LatencyReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration OVER = Duration.ofMinutes(1);
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration PRESENT = Duration.ofSeconds(30);
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

  /** Null where nothing was measured; the rate only where Prometheus does not answer. */
  record Latency(
      @Nullable Double p95Ms, @Nullable Double p99Ms, @Nullable Double requestsPerSecond) {
    static final Latency UNKNOWN = new Latency(null, null, null);
  }

  private record Known(Latency latency, Instant from, Instant until) {
    boolean answers(Span span, Instant now) {
      return from.equals(span.from()) && now.isBefore(until);
    }
  }

  /** Latency over the last half minute. */
  Latency present(RolloutState state, String hash) {
    Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return read(state, hash, Span.last(PRESENT, second));
  }

  /** Latency over the whole span, and the request rate now. */
  Latency read(RolloutState state, String hash, Span span) {
    Instant now = clock.instant();
    Known last = known.get(hash);
    if (last != null && last.answers(span, now)) {
      return last.latency();
    }
    if (now.isBefore(restUntil)) {
      return Latency.UNKNOWN;
    }
    Latency latency = measure(state, hash, span);
    boolean over = span.to().isBefore(now.minus(OVER));
    known.put(hash, new Known(latency, span.from(), now.plus(over ? OVER : FRESH)));
    return latency;
  }

  private Latency measure(RolloutState state, String hash, Span span) {
    var whole = ArmQueries.over(state, hash, span);
    var present = ArmQueries.moving(state, hash, PRESENT.toSeconds() + "s");
    try {
      Double rate = number(present.requestRate());
      return new Latency(
          number(whole.latencyMillis(P95)),
          number(whole.latencyMillis(P99)),
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
