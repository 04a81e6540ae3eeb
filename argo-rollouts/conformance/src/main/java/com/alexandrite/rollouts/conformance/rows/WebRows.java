package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.template.MetricReader;
import com.alexandrite.rollouts.engine.web.WebAnswer;
import com.alexandrite.rollouts.engine.web.WebQuestion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Web metrics: what is asked, and what is read in the answer. */
final class WebRows {

  static final Map<String, Decision> DECISIONS =
      Map.of("webMeasure", WebRows::measure, "webParse", WebRows::measure);

  private static final int NO_CONTENT = 204;

  private WebRows() {}

  private static Map<String, ? extends @Nullable Object> measure(
      Map<String, ? extends @Nullable Object> in, Map<String, @Nullable Object> want) {
    MetricSpec metric = metric(in);
    ProviderSpec.Web web = (ProviderSpec.Web) metric.provider();
    return switch (WebQuestion.of(web)) {
      case WebQuestion.Refused refused -> failed(want);
      case WebQuestion.Request request -> {
        Object status = in.get("httpStatus");
        int code = status instanceof Number number ? number.intValue() : 200;
        // Neither the answer to HEAD nor one without content has a body.
        boolean bodiless = request.method().equals("HEAD") || code == NO_CONTENT;
        String body = bodiless ? "" : Tree.text(in, "body");
        Map<String, @Nullable Object> actual =
            judged(metric, WebAnswer.read(web, code, body), want);
        if (want.containsKey("request")) {
          actual.put("request", tree(request));
        }
        yield actual;
      }
    };
  }

  private static MetricSpec metric(Map<String, ? extends @Nullable Object> in) {
    Map<String, @Nullable Object> web = new LinkedHashMap<>();
    web.put("url", "http://x");
    put(web, "method", in.get("method"));
    put(web, "body", in.get("requestBody"));
    put(web, "jsonBody", in.get("jsonBody"));
    put(web, "jsonPath", in.get("jsonPath"));
    put(web, "headers", in.get("headers"));
    Map<String, @Nullable Object> metric = new LinkedHashMap<>();
    metric.put("name", "m");
    put(metric, "successCondition", in.get("successCondition"));
    put(metric, "failureCondition", in.get("failureCondition"));
    metric.put("provider", Map.of("web", web));
    return MetricReader.read(metric).metric();
  }

  private static void put(Map<String, @Nullable Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value);
    }
  }

  /** A record of a path that can't be read has no value at all, any other error an empty one. */
  private static Map<String, @Nullable Object> failed(Map<String, @Nullable Object> want) {
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("value", want.containsKey("value") ? "" : null);
    actual.put("phase", AnalysisPhase.ERROR.text());
    actual.put("error", true);
    return actual;
  }

  private static Map<String, @Nullable Object> judged(
      MetricSpec metric, Reading reading, Map<String, @Nullable Object> want) {
    if (!(reading instanceof Reading.Value value)) {
      return failed(want);
    }
    Verdicts.Verdict verdict = Verdicts.judge(metric, value.value(), Instant.EPOCH);
    if (verdict.error() != null) {
      return failed(want);
    }
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("phase", verdict.phase().text());
    actual.put("value", value.text());
    actual.put("error", null);
    return actual;
  }

  private static Map<String, Object> tree(WebQuestion.Request request) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("method", request.method());
    if (!request.body().isEmpty()) {
      tree.put("body", request.body());
    }
    if (request.headers().containsKey("Content-Type")) {
      tree.put("contentType", request.headers().get("Content-Type"));
    }
    return tree;
  }
}
