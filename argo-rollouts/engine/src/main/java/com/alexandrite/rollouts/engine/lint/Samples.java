package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import com.alexandrite.rollouts.engine.condition.ConditionResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition says of all numbers that matter to it: those it mentions, a little less and a
 * little more, and the ends of what the query can answer.
 */
final class Samples {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

  /** A value of the answer before a sign of comparison. */
  private static final Pattern COMPARED =
      Pattern.compile("(?:result\\s*(?:\\[\\d+])?|#)\\s*[<>=!]");

  private static final double LARGE = 1e12;

  /** Enough elements for a condition that asks for one behind the first. */
  private static final int SEVERAL = 8;

  private final PromQuery query;

  Samples(PromQuery query) {
    this.query = query;
  }

  /** What a condition comes to. */
  sealed interface Outcome {

    /** It depends on the value, as it should. */
    record Varies() implements Outcome {}

    /** The same for each value. */
    record Always(boolean holds) implements Outcome {}

    /** No value can be judged. */
    record Broken(String why) implements Outcome {}
  }

  Outcome of(String condition) {
    Outcome one = of(condition, 1);
    return one instanceof Outcome.Broken && !query.isScalar()
        ? of(condition, SEVERAL) instanceof Outcome.Broken ? one : new Outcome.Varies()
        : one;
  }

  private Outcome of(String condition, int length) {
    Condition compiled = Condition.compile(condition);
    List<ConditionResult> results = new ArrayList<>();
    numbers(condition)
        .forEach(number -> results.add(compiled.holds(value(number, length), Instant.EPOCH)));
    boolean everyOne = results.stream().noneMatch(ConditionError.class::isInstance);
    special(condition).forEach(value -> results.add(compiled.holds(value, Instant.EPOCH)));
    List<Boolean> judged = results.stream().flatMap(it -> judged(it).stream()).distinct().toList();
    if (judged.isEmpty()) {
      return new Outcome.Broken(why(results));
    }
    return judged.size() == 1 && everyOne
        ? new Outcome.Always(judged.getFirst())
        : new Outcome.Varies();
  }

  /** A condition may ask for these alone, and rightly say the same of every number. */
  private List<Object> special(String condition) {
    List<Object> special = new ArrayList<>();
    if (COMPARED.matcher(condition).find()) {
      return special;
    }
    if (condition.contains("isNaN")) {
      special.add(value(Double.NaN, 1));
    }
    if (condition.contains("isInf")) {
      special.add(value(Double.POSITIVE_INFINITY, 1));
    }
    if (condition.contains("len(") || condition.contains("isNil")) {
      special.add(new double[0]);
    }
    return special;
  }

  private static String why(List<ConditionResult> results) {
    return results.stream()
        .filter(ConditionError.class::isInstance)
        .map(it -> ((ConditionError) it).message())
        .findFirst()
        .orElse("it is never judged");
  }

  private static Optional<Boolean> judged(ConditionResult result) {
    return result instanceof ConditionResult.Value(Boolean holds)
        ? Optional.of(holds)
        : Optional.empty();
  }

  private Object value(double number, int length) {
    if (query.isScalar()) {
      return number;
    }
    double[] vector = new double[length];
    Arrays.fill(vector, number);
    return vector;
  }

  private List<Double> numbers(String condition) {
    TreeSet<Double> numbers = new TreeSet<>(List.of(-LARGE, -1.0, 0.0, 0.5, 1.0, LARGE));
    Matcher mentioned = NUMBER.matcher(condition);
    while (mentioned.find()) {
      double number = Double.parseDouble(mentioned.group());
      double little = Math.max(Math.abs(number) * 1e-6, 1e-9);
      for (double sign : new double[] {1, -1}) {
        numbers.addAll(List.of(sign * number, sign * (number - little), sign * (number + little)));
      }
    }
    PromRange range = query.range();
    List<Double> possible = new ArrayList<>(numbers);
    possible.removeIf(it -> it < range.low() || it > range.high());
    List.of(range.low(), range.high()).stream().filter(Double::isFinite).forEach(possible::add);
    return possible;
  }
}
