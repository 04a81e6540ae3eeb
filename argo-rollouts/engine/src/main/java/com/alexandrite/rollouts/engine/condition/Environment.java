package com.alexandrite.rollouts.engine.condition;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition can see.
 *
 * @param functions Argo's functions that are there
 * @param values the names with a value
 * @param now what {@code now()} answers
 */
record Environment(Set<String> functions, Map<String, @Nullable Object> values, Instant now) {

  private static final Map<String, Nature> FUNCTIONS =
      Signature.ARGO.entrySet().stream()
          .collect(toUnmodifiableMap(Map.Entry::getKey, it -> Nature.function(it.getValue())));

  /** A function as a value. */
  record Function(String name) {}

  /** For a condition on the result of a metric. */
  static Environment of(@Nullable Object result, Instant now) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("result", result);
    return new Environment(Signature.ARGO.keySet(), values, now);
  }

  /** For an expression of a time, which sees no result. */
  static Environment ofTime(Instant now) {
    return new Environment(Set.of("isNaN", "isInf"), Map.of(), now);
  }

  Map<String, Nature> natures() {
    Map<String, Nature> natures = new HashMap<>(FUNCTIONS);
    natures.keySet().retainAll(functions);
    values.forEach((name, value) -> natures.put(name, Nature.of(value)));
    return natures;
  }

  /** The value of a name, nil if there is none. */
  @Nullable Object value(String name) {
    return functions.contains(name) ? new Function(name) : values.get(name);
  }

  @Nullable Object result() {
    return values.get("result");
  }
}
