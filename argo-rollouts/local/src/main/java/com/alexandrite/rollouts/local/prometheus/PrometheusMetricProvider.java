package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.BasicAuth;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import com.alexandrite.rollouts.engine.condition.ConditionResult;
import com.alexandrite.rollouts.engine.condition.GoDuration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Answers metrics whose provider is {@code prometheus}; every other provider is refused by name.
 */
public final class PrometheusMetricProvider implements MetricProvider {
  private final Map<URI, PrometheusApi> servers = new ConcurrentHashMap<>();
  private final URI defaultServer;
  private final InstantSource clock;

  /**
   * @param defaultServer asked by metrics without {@code address}
   */
  public PrometheusMetricProvider(URI defaultServer) {
    this(defaultServer, InstantSource.system());
  }

  /**
   * @param clock tells what {@code now()} is in the times of a range
   */
  public PrometheusMetricProvider(URI defaultServer, InstantSource clock) {
    this.defaultServer = defaultServer;
    this.clock = clock;
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return switch (metric.provider()) {
      case Prometheus prometheus -> query(prometheus);
      default ->
          new Reading.Failure("provider " + metric.provider().type() + " is not executed here");
    };
  }

  Reading query(Prometheus prometheus) {
    try {
      PromResult<PromValue> result = ask(prometheus);
      return new Reading.Value(
          plain(result.value()), result.value().text(), warnings(result.warnings()));
    } catch (PrometheusFailure e) {
      return new Reading.Failure(e.explanation());
    } catch (IllegalArgumentException e) {
      return new Reading.Failure("invalid address or header: " + e.getMessage());
    }
  }

  private PromResult<PromValue> ask(Prometheus prometheus) {
    PrometheusApi api = servers.computeIfAbsent(server(prometheus), PrometheusApi::new);
    RangeQuery range = prometheus.rangeQuery();
    return range == null
        ? api.query(prometheus.query(), prometheus.timeout(), headers(prometheus))
        : api.queryRange(
            prometheus.query(), range(range), prometheus.timeout(), headers(prometheus));
  }

  private PrometheusApi.Range range(RangeQuery written) {
    Instant now = clock.instant();
    Instant start = time("start", written.start(), now);
    Instant end = time("end", written.end(), now);
    Duration step =
        GoDuration.parse(written.step())
            .orElseThrow(() -> notReadable("step", "a duration", written.step()));
    return new PrometheusApi.Range(start, end, step);
  }

  private static Instant time(String field, String expression, Instant now) {
    return switch (Condition.compile(expression).time(now)) {
      case ConditionResult.Value(Object value) when value instanceof Instant time -> time;
      case ConditionResult.Value(Object value) ->
          throw notReadable(field, "a time", String.valueOf(value));
      case ConditionError error -> throw notReadable(field, "a time", error.message());
    };
  }

  private static PrometheusFailure notReadable(String field, String wanted, String why) {
    return new PrometheusFailure("rangeQuery", field + " is not " + wanted + ": " + why);
  }

  private URI server(Prometheus prometheus) {
    return prometheus.address().isEmpty() ? defaultServer : URI.create(prometheus.address());
  }

  private static Object plain(PromValue value) {
    return switch (value) {
      case PromValue.Scalar(double number) -> number;
      case PromValue.Vector vector -> vector.array();
    };
  }

  private static Map<String, String> headers(Prometheus prometheus) {
    Map<String, String> headers = new LinkedHashMap<>();
    BasicAuth login = prometheus.basicAuth();
    if (login != null) {
      String pair = login.username() + ":" + login.password();
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    prometheus.headers().forEach(header -> headers.put(header.key(), header.value()));
    return headers;
  }

  private static Map<String, String> warnings(List<String> warnings) {
    if (warnings.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        "warnings",
        warnings.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ")));
  }

  @Override
  public Reading resume(MetricSpec metric, Measurement inFlight) {
    return measure(metric);
  }

  @Override
  public Reading terminate(MetricSpec metric, Measurement inFlight) {
    return new Reading.Failure("a query leaves nothing behind that could be terminated");
  }

  @Override
  public Map<String, String> describe(MetricSpec metric) {
    return metric.provider() instanceof Prometheus prometheus
        ? Map.of("ResolvedPrometheusQuery", prometheus.query())
        : Map.of();
  }
}
