package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes an object's selector as the API's query parameter. */
final class LabelSelectors {
  private LabelSelectors() {}

  static String text(Map<String, Object> selector) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(Data.map(selector.get("matchLabels")))
        .forEach((key, value) -> parts.add(key + "=" + value));
    for (Object expression : Data.list(selector.get("matchExpressions"))) {
      parts.add(expression(Data.map(expression)));
    }
    return String.join(",", parts);
  }

  private static String expression(Map<String, Object> expression) {
    String key = Data.text(expression.get("key"));
    String values =
        Data.list(expression.get("values")).stream()
            .map(Data::text)
            .collect(Collectors.joining(",", "(", ")"));
    return switch (Data.text(expression.get("operator"))) {
      case "In" -> key + " in " + values;
      case "NotIn" -> key + " notin " + values;
      case "DoesNotExist" -> "!" + key;
      default -> key;
    };
  }
}
