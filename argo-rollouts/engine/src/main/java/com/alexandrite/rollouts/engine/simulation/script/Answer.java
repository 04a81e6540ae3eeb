package com.alexandrite.rollouts.engine.simulation.script;

import java.time.Duration;
import java.util.List;

/** What a source answers from a time on. */
public sealed interface Answer {

  /**
   * Always the same.
   *
   * @param value a number, a text, a boolean, a list or a map
   */
  record Value(Object value) implements Answer {}

  /** Evenly from one number to another, and there it stays. */
  record Ramp(double from, double to, Duration over) implements Answer {

    Value after(Duration elapsed) {
      double share = over.isZero() ? 1 : (double) elapsed.toMillis() / over.toMillis();
      return new Value(from + (to - from) * Math.min(1, share));
    }
  }

  /** The source answers, but has nothing to say. */
  record Empty() implements Answer {}

  /** The source does not answer. */
  record Failing(String message) implements Answer {}

  /** The numbers of a list; a text such as {@code NaN} counts as one. */
  static double[] numbers(List<?> list) {
    return list.stream().mapToDouble(Answer::number).toArray();
  }

  /** A number as it is written, or as Prometheus writes it. */
  static double number(Object value) {
    return switch (value.toString()) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default ->
          value instanceof Number it ? it.doubleValue() : Double.parseDouble(value.toString());
    };
  }
}
