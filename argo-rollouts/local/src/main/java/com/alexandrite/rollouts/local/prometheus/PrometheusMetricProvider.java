package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.BasicAuth;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /**
   * @param defaultServer asked by metrics without {@code address}
   */
  public PrometheusMetricProvider(URI defaultServer) {
    this.defaultServer = defaultServer;
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return switch (metric.provider()) {
      case Prometheus prometheus when prometheus.rangeQuery() == null -> query(prometheus);
      case Prometheus _ ->
          new Reading.Failure("provider prometheus: rangeQuery is not executed here");
      default ->
          new Reading.Failure("provider " + metric.provider().type() + " is not executed here");
    };
  }

  Reading query(Prometheus prometheus) {
    try {
      PromResult<PromValue> result =
          servers
              .computeIfAbsent(server(prometheus), PrometheusApi::new)
              .query(prometheus.query(), prometheus.timeout(), headers(prometheus));
      return new Reading.Value(
          plain(result.value()), result.value().text(), warnings(result.warnings()));
    } catch (PrometheusFailure e) {
      return new Reading.Failure(e.explanation());
    } catch (IllegalArgumentException e) {
      return new Reading.Failure("invalid address or header: " + e.getMessage());
    }
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
