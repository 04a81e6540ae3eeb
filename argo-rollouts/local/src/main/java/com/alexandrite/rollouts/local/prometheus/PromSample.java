package com.alexandrite.rollouts.local.prometheus;

import com.alexandrite.rollouts.engine.condition.GoNumbers;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code [time, "value"]}. How strictly depends on where it stands, as Prometheus' own Go
 * client reads each kind of result with other code.
 */
final class PromSample {

  private PromSample() {}

  /** More than two elements are too many for nobody. */
  static double ofScalar(JsonNode pair) {
    require(pair.isArray() && pair.size() >= 2 && time(pair, true), pair);
    return number(pair);
  }

  /** What is absent counts as 0. */
  static double ofVector(JsonNode pair) {
    if (pair.isMissingNode() || pair.isNull()) {
      return 0;
    }
    require(pair.isArray() && time(pair, true), pair);
    boolean absent = pair.path(1).isMissingNode() || pair.path(1).isNull();
    return absent ? 0 : number(pair);
  }

  /** Exactly two elements. */
  static double ofMatrix(JsonNode pair) {
    require(pair.isArray() && pair.size() == 2 && time(pair, false), pair);
    return number(pair);
  }

  private static boolean time(JsonNode pair, boolean mayBeAbsent) {
    JsonNode time = pair.path(0);
    return time.isNumber() || (mayBeAbsent && (time.isNull() || time.isMissingNode()));
  }

  private static double number(JsonNode pair) {
    JsonNode value = pair.path(1);
    require(value.isString(), pair);
    return GoNumbers.parseFloat(value.asString())
        .orElseThrow(() -> new PrometheusFailure("decode", "not a number: " + value));
  }

  private static void require(boolean right, JsonNode pair) {
    if (!right) {
      throw new PrometheusFailure("decode", "not a sample: " + pair);
    }
  }
}
