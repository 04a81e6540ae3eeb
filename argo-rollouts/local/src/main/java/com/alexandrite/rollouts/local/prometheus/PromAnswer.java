package com.alexandrite.rollouts.local.prometheus;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int NO_CONTENT = 204;
  private static final Set<String> SERIES = Set.of("metric", "values", "histograms");

  private PromAnswer() {}

  static <T> PromResult<T> parse(HttpResponse<String> response, Function<JsonNode, T> data) {
    int status = response.statusCode();
    boolean explained = status == 400 || status == 422;
    if (status / 100 != 2 && !explained) {
      throw new PrometheusFailure(kind(status), "HTTP status " + status);
    }
    if (status == NO_CONTENT) {
      throw new PrometheusFailure(DECODE, "the answer is empty");
    }
    JsonNode body = json(response.body());
    String said = text(body.path("status"));
    String kind = text(body.path("errorType"));
    String message = text(body.path("error"));
    List<String> warnings = warnings(body.path("warnings"));
    if (said.equals("error")) {
      throw new PrometheusFailure(kind, message);
    }
    if (explained && said.equals("success")) {
      throw new PrometheusFailure(
          "bad_response", "HTTP status " + status + " and the body contradict each other");
    }
    return new PromResult<>(data.apply(body.path("data")), warnings);
  }

  private static List<String> warnings(JsonNode written) {
    List<String> warnings = new ArrayList<>();
    boolean absent = written.isMissingNode() || written.isNull();
    if (!absent && !written.isArray()) {
      throw new PrometheusFailure("bad_response", "the warnings are no list");
    }
    for (JsonNode warning : written) {
      warnings.add(text(warning));
    }
    return warnings;
  }

  private static String text(JsonNode written) {
    if (written.isMissingNode() || written.isNull() || written.isString()) {
      return written.asString("");
    }
    throw new PrometheusFailure("bad_response", "not a text: " + written);
  }

  static PromValue value(JsonNode data) {
    JsonNode result = data.path("result");
    String type = data.path("resultType").asString("");
    return switch (type) {
      case "scalar" -> new PromValue.Scalar(PromSample.ofScalar(result));
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
      if (!series.isNull()) {
        labels(series.path("metric"));
        values.add(instant(series));
      }
    }
    return values;
  }

  /** A native histogram has no single value; Argo takes it for 0. */
  private static double instant(JsonNode series) {
    double value = PromSample.ofVector(series.path("value"));
    JsonNode histogram = series.path("histogram");
    if (histogram.isMissingNode()) {
      return value;
    }
    if (!histogram.isArray() || !histogram.path(1).isObject()) {
      throw new PrometheusFailure(DECODE, "not a histogram: " + histogram);
    }
    return 0;
  }

  private static List<PromSeries> seriesOf(JsonNode result) {
    List<PromSeries> all = new ArrayList<>();
    for (JsonNode series : elements(result)) {
      if (series.path("metric").isNull() || !SERIES.containsAll(series.propertyNames())) {
        throw new PrometheusFailure(DECODE, "not a series of a range: " + series);
      }
      all.add(new PromSeries(labels(series.path("metric")), points(series.path("values"))));
    }
    return all;
  }

  private static Map<String, String> labels(JsonNode metric) {
    Map<String, String> labels = new TreeMap<>();
    if (!metric.isObject() && !metric.isNull() && !metric.isMissingNode()) {
      throw new PrometheusFailure(DECODE, "not labels: " + metric);
    }
    for (Map.Entry<String, JsonNode> label : metric.properties()) {
      if (!label.getValue().isString() && !label.getValue().isNull()) {
        throw new PrometheusFailure(DECODE, "not a label: " + label);
      }
      labels.put(label.getKey(), label.getValue().asString(""));
    }
    return labels;
  }

  private static List<PromSeries.Point> points(JsonNode values) {
    if (!values.isArray() && !values.isNull() && !values.isMissingNode()) {
      throw new PrometheusFailure(DECODE, "the values are no list");
    }
    List<PromSeries.Point> points = new ArrayList<>();
    for (JsonNode pair : values) {
      double value = PromSample.ofMatrix(pair);
      points.add(new PromSeries.Point(Math.round(pair.path(0).asDouble(0) * 1000), value));
    }
    return points;
  }

  /** The series of a result; null is one without anything. */
  private static JsonNode elements(JsonNode result) {
    if (!result.isArray()) {
      throw new PrometheusFailure(DECODE, "the result is no list");
    }
    for (JsonNode series : result) {
      if (!series.isObject() && !series.isNull()) {
        throw new PrometheusFailure(DECODE, "not a series: " + series);
      }
    }
    return result;
  }

  private static JsonNode json(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree.isObject() || tree.isNull()) {
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
