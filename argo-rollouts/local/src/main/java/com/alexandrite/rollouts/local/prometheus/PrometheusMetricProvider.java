package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.BasicAuth;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.OAuth2;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import com.alexandrite.rollouts.engine.condition.ConditionResult;
import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.local.http.AccessToken;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.alexandrite.rollouts.local.http.SourceFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers metrics whose provider is {@code prometheus}. */
public final class PrometheusMetricProvider implements MetricProvider {
  private final SourceClients clients;
  private final URI defaultServer;
  private final InstantSource clock;
  private final boolean asOfClock;

  /**
   * @param defaultServer asked by metrics without {@code address}
   */
  public PrometheusMetricProvider(URI defaultServer, SourceClients clients, InstantSource clock) {
    this(defaultServer, clients, clock, false);
  }

  private PrometheusMetricProvider(
      URI defaultServer, SourceClients clients, InstantSource clock, boolean asOfClock) {
    this.defaultServer = defaultServer;
    this.clients = clients;
    this.clock = clock;
    this.asOfClock = asOfClock;
  }

  /** Answers with what was so at the clock's time, which may be long past. */
  static PrometheusMetricProvider asOf(
      URI defaultServer, SourceClients clients, InstantSource clock) {
    return new PrometheusMetricProvider(defaultServer, clients, clock, true);
  }

  @Override
  public Reading measure(MetricSpec metric) {
    return metric.provider() instanceof Prometheus prometheus
        ? query(prometheus)
        : new Reading.Failure("provider " + metric.provider().type() + " is no Prometheus");
  }

  Reading query(Prometheus prometheus) {
    HttpClient client = clients.client(prometheus.insecure());
    try {
      PromResult<PromValue> result =
          ask(new PrometheusApi(server(prometheus), client), prometheus, headers(prometheus));
      return new Reading.Value(
          plain(result.value()), result.value().text(), warnings(result.warnings()));
    } catch (PrometheusFailure e) {
      return new Reading.Failure(e.explanation());
    } catch (SourceFailure e) {
      return new Reading.Failure(e.explanation());
    } catch (IllegalArgumentException e) {
      return new Reading.Failure("invalid address, header or range: " + e.getMessage());
    }
  }

  private PromResult<PromValue> ask(
      PrometheusApi api, Prometheus prometheus, Map<String, String> headers) {
    RangeQuery range = prometheus.rangeQuery();
    if (range != null) {
      return api.queryRange(prometheus.query(), range(range), prometheus.timeout(), headers);
    }
    return asOfClock
        ? api.queryAt(prometheus.query(), clock.instant(), prometheus.timeout(), headers)
        : api.query(prometheus.query(), prometheus.timeout(), headers);
  }

  private PrometheusApi.Range range(RangeQuery range) {
    Instant now = clock.instant();
    Duration step =
        GoDuration.parse(range.step())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "failed to parse rangeQuery.step as duration: " + range.step()));
    return new PrometheusApi.Range(
        time("start", range.start(), now), time("end", range.end(), now), step);
  }

  private static Instant time(String field, String expression, Instant now) {
    return switch (Condition.compile(expression).time(now)) {
      case ConditionResult.Value(Object value) when value instanceof Instant time -> time;
      case ConditionResult.Value other ->
          throw new IllegalArgumentException("rangeQuery." + field + " is no time: " + other);
      case ConditionError error ->
          throw new IllegalArgumentException(
              "failed to parse rangeQuery." + field + " as time: " + error.message());
    };
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

  private Map<String, String> headers(Prometheus prometheus) throws SourceFailure {
    Map<String, String> headers = new LinkedHashMap<>();
    BasicAuth login = prometheus.basicAuth();
    if (login != null) {
      String pair = login.username() + ":" + login.password();
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    prometheus.headers().forEach(header -> headers.put(header.key(), header.value()));
    OAuth2 access = prometheus.oauth2();
    if (access != null) {
      HttpClient client = clients.client(prometheus.insecure());
      headers.put("Authorization", AccessToken.ask(client, access, prometheus.timeout()));
    }
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
