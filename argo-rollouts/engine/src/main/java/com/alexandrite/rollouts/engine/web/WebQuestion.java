package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.condition.GoJson;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a web metric asks, or why it can't ask. */
public sealed interface WebQuestion {

  /**
   * A request to be sent to the metric's address.
   *
   * @param body "" for none
   * @param headers by name
   */
  record Request(String method, String body, Map<String, String> headers) implements WebQuestion {}

  /** Nothing is sent: the measurement is an error. */
  record Refused(String message) implements WebQuestion {}

  /** The request of a metric; a method is sent as it is written. */
  static WebQuestion of(ProviderSpec.Web metric) {
    String problem = Rules.problem(metric);
    if (!problem.isEmpty()) {
      return new Refused(problem);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    metric.headers().forEach(header -> headers.put(header.key(), header.value()));
    String body = metric.body();
    if (metric.jsonBody() != null) {
      body = GoJson.compact(metric.jsonBody()).orElse("null");
      headers.put("Content-Type", "application/json");
    }
    return new Request(Rules.method(metric), body, headers);
  }

  /** What must hold before anything is sent. */
  final class Rules {

    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

    private Rules() {}

    private static String method(ProviderSpec.Web metric) {
      return metric.method().isEmpty() ? "GET" : metric.method();
    }

    private static String problem(ProviderSpec.Web metric) {
      JsonPath.Parsed path = JsonPath.parse(metric.jsonPath());
      if (path instanceof JsonPath.Invalid(String message)) {
        return message;
      }
      boolean text = !metric.body().isEmpty();
      boolean json = metric.jsonBody() != null;
      if (text && json) {
        return "use either Body or JSONBody; both cannot exists for WebMetric payload";
      }
      if ((text || json) && method(metric).equals("GET")) {
        return "Body/JSONBody can only be used with POST or PUT WebMetric Method types";
      }
      return METHOD.matcher(method(metric)).matches()
          ? ""
          : String.format(Locale.ROOT, "net/http: invalid method \"%s\"", method(metric));
    }
  }
}
