package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.condition.GoJson;
import com.alexandrite.rollouts.engine.condition.JsonText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answer to a web metric's request. */
public final class WebAnswer {

  private WebAnswer() {}

  /**
   * The value in an answer: the first thing that the metric's path finds in the JSON, or the whole
   * text where it is no JSON. Any status but 2xx is a failure; the type of the content does not
   * matter.
   */
  public static Reading read(ProviderSpec.Web metric, int status, String body) {
    if (status < 200 || status >= 300) {
      return new Reading.Failure("received non 2xx response code: " + status);
    }
    JsonText.Read json = JsonText.read(body);
    if (!json.valid()) {
      return new Reading.Value(body, body, Map.of());
    }
    return switch (JsonPath.parse(metric.jsonPath())) {
      case JsonPath.Invalid(String message) -> new Reading.Failure(message);
      case JsonPath.Valid(JsonPath path) -> first(path.find(json.value()));
    };
  }

  private static Reading first(JsonPath.Found found) {
    return switch (found) {
      case JsonPath.NotFound(String message) ->
          new Reading.Failure("Could not find JSONPath in body: " + message);
      case JsonPath.Matches(List<List<@Nullable Object>> parts) -> {
        for (List<@Nullable Object> part : parts) {
          if (!part.isEmpty()) {
            yield value(part.getFirst());
          }
        }
        yield new Reading.Failure("result of web metric produced no value");
      }
    };
  }

  private static Reading value(@Nullable Object value) {
    return GoJson.compact(value)
        .<Reading>map(text -> new Reading.Value(value, text, Map.of()))
        .orElseGet(() -> new Reading.Failure("json: unsupported value"));
  }
}
