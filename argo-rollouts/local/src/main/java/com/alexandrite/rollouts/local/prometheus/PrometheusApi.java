package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.local.http.SourceClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Queries of one Prometheus server, by form POST as Argo sends them.
 *
 * <p>Every query throws {@link PrometheusFailure} when there is no result.
 */
public final class PrometheusApi {
  private static final Set<Integer> NO_POST = Set.of(405, 501);

  private final HttpClient client;
  private final URI server;

  /** The server with this base address, which must have a certificate that is believed, if any. */
  public PrometheusApi(URI server) {
    this(server, new SourceClients().client(false));
  }

  PrometheusApi(URI server, HttpClient client) {
    this.server = server;
    this.client = client;
  }

  /** The value of a query now. */
  public PromResult<PromValue> query(String query, Duration timeout, Map<String, String> headers) {
    return PromAnswer.parse(
        post("/api/v1/query", Map.of("query", query), timeout, headers), PromAnswer::value);
  }

  /** The value that a query had at a time. */
  public PromResult<PromValue> queryAt(
      String query, Instant time, Duration timeout, Map<String, String> headers) {
    Map<String, String> form = Map.of("query", query, "time", Range.seconds(time));
    return PromAnswer.parse(post("/api/v1/query", form, timeout, headers), PromAnswer::value);
  }

  /**
   * The values of a query from start to end (both included), one for each step; a vector of all of
   * them.
   */
  public PromResult<PromValue> queryRange(
      String query, Range range, Duration timeout, Map<String, String> headers) {
    return PromAnswer.parse(
        post("/api/v1/query_range", range.parameters(query), timeout, headers), PromAnswer::value);
  }

  /** The series of a query over time, with their labels, for a chart. */
  public List<PromSeries> series(String query, Range range, Duration timeout) {
    return PromAnswer.parse(
            post("/api/v1/query_range", range.parameters(query), timeout, Map.of()),
            PromAnswer::series)
        .value();
  }

  /** By GET where a server or a proxy before it does not take POST. */
  private HttpResponse<String> post(
      String path, Map<String, String> form, Duration timeout, Map<String, String> headers) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
    HttpResponse<String> response = send(post, timeout, headers);
    return NO_POST.contains(response.statusCode())
        ? send(HttpRequest.newBuilder(address(path + "?" + encode(form))), timeout, headers)
        : response;
  }

  private HttpResponse<String> send(
      HttpRequest.Builder request, Duration timeout, Map<String, String> headers) {
    headers.forEach(request::setHeader);
    try {
      return client.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new PrometheusFailure(
          "timeout",
          "Prometheus at " + server + " gave no answer within " + timeout.toSeconds() + " s",
          e);
    } catch (IOException e) {
      throw new PrometheusFailure(
          "unreachable", "Prometheus at " + server + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrometheusFailure("timeout", "the query was interrupted", e);
    }
  }

  private URI address(String path) {
    return URI.create(server.toString().replaceFirst("/+$", "") + path);
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A span of time and the distance of its points. */
  public record Range(Instant start, Instant end, Duration step) {
    Map<String, String> parameters(String query) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("query", query);
      form.put("start", seconds(start));
      form.put("end", seconds(end));
      form.put("step", PromValue.format(step.toMillis() / 1000.0));
      return form;
    }

    private static String seconds(Instant instant) {
      return PromValue.format(instant.toEpochMilli() / 1000.0);
    }
  }
}
