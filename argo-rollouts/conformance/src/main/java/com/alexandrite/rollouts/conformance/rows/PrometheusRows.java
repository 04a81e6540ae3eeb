package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.local.http.SourceClients;
import com.alexandrite.rollouts.local.prometheus.PrometheusMetricProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus metrics, asked of a server that gives the recorded answers. */
final class PrometheusRows implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HEADER = "X-Conformance";

  private final AnsweringServer server = AnsweringServer.start();
  private final PrometheusMetricProvider provider =
      new PrometheusMetricProvider(server.address(), new SourceClients(), InstantSource.system());

  Map<String, Decision> decisions() {
    return Map.of("prometheusMeasure", this::asked, "prometheusProcess", this::answered);
  }

  /** A whole measurement. */
  private Map<String, ? extends @Nullable Object> asked(
      Map<String, ? extends @Nullable Object> in, Map<String, @Nullable Object> want) {
    String body =
        in.containsKey("response")
            ? JSON.writeValueAsString(in.get("response"))
            : Tree.text(in, "responseText");
    Integer status = Tree.numberOrNull(in, "httpStatus");
    return measure(in, want, status == null ? 200 : status, body);
  }

  /** The half after the answer: what is made of a result. */
  private Map<String, ? extends @Nullable Object> answered(
      Map<String, ? extends @Nullable Object> in, Map<String, @Nullable Object> want) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("resultType", in.get("resultType"));
    data.put("result", in.get("result"));
    String body = JSON.writeValueAsString(Map.of("status", "success", "data", data));
    return measure(in, want, 200, body);
  }

  private Map<String, ? extends @Nullable Object> measure(
      Map<String, ? extends @Nullable Object> in,
      Map<String, @Nullable Object> want,
      int status,
      String body) {
    server.answer(status, body);
    MetricSpec metric = metric(in);
    Map<String, @Nullable Object> actual = judged(metric, provider.measure(metric), want);
    if (in.containsKey("httpStatus")) {
      actual.put("request", request());
    }
    return actual;
  }

  private static MetricSpec metric(Map<String, ? extends @Nullable Object> in) {
    Map<String, @Nullable Object> prometheus = new LinkedHashMap<>();
    prometheus.put("query", "up");
    prometheus.put("headers", List.of(Map.of("key", HEADER, "value", "sent")));
    if (in.containsKey("rangeQuery")) {
      prometheus.put("rangeQuery", in.get("rangeQuery"));
    }
    Map<String, @Nullable Object> metric = new LinkedHashMap<>();
    metric.put("name", "m");
    metric.put("successCondition", Tree.text(in, "successCondition"));
    metric.put("failureCondition", Tree.text(in, "failureCondition"));
    metric.put("provider", Map.of("prometheus", prometheus));
    return MetricReader.read(metric).metric();
  }

  private static Map<String, @Nullable Object> judged(
      MetricSpec metric, Reading reading, Map<String, @Nullable Object> want) {
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("phase", "Error");
    actual.put("value", "");
    actual.put("error", true);
    if (reading instanceof Reading.Failure(String message)
        && Tree.text(want, "errorClass").equals("query")) {
      actual.put("token", message.replaceFirst(":.*", ""));
    }
    if (reading instanceof Reading.Value value) {
      Verdicts.Verdict verdict = Verdicts.judge(metric, value.value(), Instant.EPOCH);
      if (verdict.error() == null) {
        if (!value.metadata().isEmpty()) {
          actual.put("metadata", value.metadata());
        }
        actual.put("phase", verdict.phase().text());
        actual.put("value", value.text());
        actual.remove("error");
      }
    }
    return actual;
  }

  private @Nullable Map<String, @Nullable Object> request() {
    AnsweringServer.Request request = server.request();
    if (request == null) {
      return null;
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("method", request.method());
    tree.put("path", request.path());
    tree.put("headerSent", request.headers().containsKey(HEADER));
    tree.putAll(request.form());
    return tree;
  }

  @Override
  public void close() {
    server.close();
  }
}
