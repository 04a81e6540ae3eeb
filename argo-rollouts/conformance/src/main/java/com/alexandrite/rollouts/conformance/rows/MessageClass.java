package com.alexandrite.rollouts.conformance.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The vectors' classes of messages, found in the message itself, so that its text is tested too.
 */
final class MessageClass {

  private static final Pattern METRIC =
      Pattern.compile(
          "Metric (?:\"(.*)\" )?assessed (\\w+) due to (\\w+) \\((-?\\d+)\\) > (\\w+)"
              + " \\((-?\\d+)\\)(?:: \"Error Message: (.*)\")?");

  private MessageClass() {}

  static Map<String, @Nullable Object> ofRun(String message) {
    if (message.isEmpty()) {
      return Map.of("class", "empty");
    }
    if (message.equals("Run Terminated")) {
      return Map.of("class", "runTerminated");
    }
    if (message.startsWith("Analysis spec invalid: ")) {
      return Map.of("class", "specInvalid");
    }
    Matcher metric = METRIC.matcher(message);
    return metric.matches() ? ofMetric(metric) : Map.of("class", "unknown: " + message);
  }

  static Map<String, @Nullable Object> ofResult(String message) {
    if (message.isEmpty()) {
      return Map.of("class", "empty");
    }
    Matcher metric = METRIC.matcher(message);
    return metric.matches() ? ofMetric(metric) : Map.of("class", "measurement", "text", message);
  }

  private static Map<String, @Nullable Object> ofMetric(Matcher metric) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (metric.group(1) == null) {
      tree.put("class", "dryRun");
    } else {
      tree.put("class", "metric");
      tree.put("metric", metric.group(1));
    }
    tree.put("assessed", metric.group(2));
    tree.put(
        "limitExceeded",
        Map.of(
            "counter", metric.group(3),
            "value", Integer.parseInt(metric.group(4)),
            "limitName", metric.group(5),
            "limit", Integer.parseInt(metric.group(6))));
    if (metric.group(7) != null) {
      tree.put("errorMessage", metric.group(7));
    }
    return tree;
  }
}
