package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares an outcome with the recorded one, field by field. */
final class Comparison {

  /** An absolute difference that is none, for numbers that went through other arithmetic. */
  static final double EXACT = 1e-6;

  /**
   * Words in which a record sums up an error message. Another engine may notice the same mistake at
   * another moment, so they count only where the outcome says them too.
   */
  private static final Set<String> ADVICE =
      Set.of("errorClass", "errorIn", "token", "noData", "tag", "arg", "list", "ruleIndex");

  private final double tolerance;

  private Comparison(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Numbers may differ by this much. */
  static Comparison within(double tolerance) {
    return new Comparison(tolerance);
  }

  /** The outcome of a row; where it deviates, only the fields that do. */
  RowOutcome compare(
      Map<String, @Nullable Object> want, Map<String, ? extends @Nullable Object> actual) {
    Set<String> fields = new TreeSet<>(want.keySet());
    fields.removeAll(ADVICE);
    fields.addAll(actual.keySet());
    Map<String, @Nullable Object> expected = new TreeMap<>();
    Map<String, @Nullable Object> got = new TreeMap<>();
    for (String field : fields) {
      if (!same(actual.get(field), want.get(field))) {
        expected.put(field, want.get(field));
        got.put(field, actual.get(field));
      }
    }
    return expected.isEmpty()
        ? new RowOutcome.Equal()
        : new RowOutcome.Deviates(expected.toString(), got.toString());
  }

  private boolean same(@Nullable Object actual, @Nullable Object want) {
    if (actual instanceof Number left && want instanceof Number right) {
      return Math.abs(left.doubleValue() - right.doubleValue()) < tolerance;
    }
    if (actual instanceof Map<?, ?> left && want instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }
    if (actual instanceof List<?> left && want instanceof List<?> right) {
      return left.size() == right.size() && sameElements(left, right);
    }
    return Objects.equals(actual, want);
  }

  private boolean sameElements(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
