package com.alexandrite.rollouts.engine.model;

import java.util.Map;

/** Whether labels are those that a selector asks for; both as the manifest writes them. */
public final class LabelSelector {

  private LabelSelector() {}

  /** An empty selector matches everything. */
  public static boolean matches(Map<String, Object> selector, Map<String, Object> labels) {
    return Data.map(selector.get("matchLabels")).entrySet().stream()
            .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())))
        && Data.list(selector.get("matchExpressions")).stream()
            .map(Data::map)
            .allMatch(expression -> matchesOne(expression, labels));
  }

  private static boolean matchesOne(Map<String, Object> expression, Map<String, Object> labels) {
    Object value = labels.get(Data.text(expression.get("key")));
    boolean among = value != null && Data.list(expression.get("values")).contains(value);
    return switch (Data.text(expression.get("operator"))) {
      case "In" -> among;
      case "NotIn" -> !among;
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
