package com.alexandrite.rollouts.local.prometheus;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer as strictly as Prometheus' own Go client does: what it refuses is refused here.
 */
final class PromAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DECODE = "decode";

  private PromAnswer() {}

  static <T> PromResult<T> parse(HttpResponse<String> response, Function<JsonNode, T> data) {
    int status = response.statusCode();
    boolean explained = status == 400 || status == 422;
    if (status / 100 != 2 && !explained) {
      throw new PrometheusFailure(kind(status), "HTTP status " + status);
    }
    JsonNode body = json(response.body());
    String said = body.path("status").asString("");
    if (explained && said.equals("error")) {
      throw new PrometheusFailure(
          body.path("errorType").asString("bad_response"), body.path("error").asString(""));
    }
    if (explained == said.equals("success")) {
      throw new PrometheusFailure(
          "bad_response", "HTTP status " + status + " and the body contradict each other");
    }
    List<String> warnings = new ArrayList<>();
    body.path("warnings").forEach(warning -> warnings.add(warning.asString("")));
    return new PromResult<>(data.apply(body.path("data")), warnings);
  }

  static PromValue value(JsonNode data) {
    JsonNode result = data.path("result");
    String type = data.path("resultType").asString("");
    return switch (type) {
      case "scalar" -> new PromValue.Scalar(sample(result));
      case "vector" -> new PromValue.Vector(instants(result));
      case "matrix" ->
          new PromValue.Vector(
              seriesOf(result).stream()
                  .flatMap(series -> series.points().stream())
                  .map(PromSeries.Point::value)
                  .toList());
      default -> throw new PrometheusFailure(DECODE, "unexpected value type \"" + type + "\"");
    };
  }

  static List<PromSeries> series(JsonNode data) {
    return seriesOf(data.path("result"));
  }

  private static List<Double> instants(JsonNode result) {
    List<Double> values = new ArrayList<>();
    for (JsonNode series : elements(result)) {
      // A native histogram has no single value; Argo takes it for 0.
      values.add(series.has("value") ? sample(series.path("value")) : 0.0);
    }
    return values;
  }

  private static List<PromSeries> seriesOf(JsonNode result) {
    List<PromSeries> all = new ArrayList<>();
    for (JsonNode series : elements(result)) {
      Map<String, String> labels = new TreeMap<>();
      series
          .path("metric")
          .properties()
          .forEach(e -> labels.put(e.getKey(), e.getValue().asString("")));
      List<PromSeries.Point> points = new ArrayList<>();
      for (JsonNode pair : series.path("values")) {
        points.add(new PromSeries.Point(Math.round(pair.path(0).asDouble(0) * 1000), sample(pair)));
      }
      all.add(new PromSeries(labels, points));
    }
    return all;
  }

  private static JsonNode elements(JsonNode result) {
    if (result.isNull() || result.isArray()) {
      return result;
    }
    throw new PrometheusFailure(DECODE, "the result is no list");
  }

  private static double sample(JsonNode pair) {
    if (!pair.isArray() || pair.size() != 2 || !pair.get(1).isString()) {
      throw new PrometheusFailure(DECODE, "not a sample: " + pair);
    }
    try {
      return PromValue.parse(pair.get(1).asString());
    } catch (NumberFormatException e) {
      throw new PrometheusFailure(DECODE, "not a number: " + pair.get(1), e);
    }
  }

  private static JsonNode json(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree.isObject()) {
        return tree;
      }
      throw new PrometheusFailure("bad_response", "the answer is no JSON object");
    } catch (JacksonException e) {
      throw new PrometheusFailure("bad_response", "the answer is no JSON", e);
    }
  }

  private static String kind(int status) {
    return switch (status / 100) {
      case 4 -> "client_error";
      case 5 -> "server_error";
      default -> "bad_response";
    };
  }
}
