package com.alexandrite.rollouts.engine.analysis;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider answers. */
public sealed interface Reading {

  /**
   * A value, to be judged by the metric's conditions.
   *
   * @param value as the condition language sees it: {@code Double}, {@code Long}, {@code Boolean},
   *     {@code String}, {@code null}, a {@code List} (untyped), a {@code Map} with string keys, or
   *     {@code double[]} (typed floats)
   * @param text what is shown and stored
   */
  record Value(@Nullable Object value, String text, Map<String, String> metadata)
      implements Reading {

    /** Whether there is no number in it: null, not a number, or only such or no elements. */
    boolean saysNothing() {
      return saysNothing(value);
    }

    private static boolean saysNothing(@Nullable Object value) {
      return switch (value) {
        case null -> true;
        case Double number -> number.isNaN();
        case List<?> list -> list.stream().allMatch(Value::saysNothing);
        case double[] numbers -> Arrays.stream(numbers).allMatch(Double::isNaN);
        default -> false;
      };
    }
  }

  /** No value could be had: the measurement is an error. */
  record Failure(String message) implements Reading {}

  /** The provider judged by itself, as a job does by its end. */
  record Verdict(AnalysisPhase phase, String message, Map<String, String> metadata)
      implements Reading {}

  /** Not finished; to be looked at again at that time, null for as soon as possible. */
  record InFlight(@Nullable Instant resumeAt, Map<String, String> metadata) implements Reading {}
}
