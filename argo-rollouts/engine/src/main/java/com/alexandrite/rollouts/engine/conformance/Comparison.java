package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what was decided with what was recorded, in the words of the recording. */
final class Comparison {

  private static final double EXACT = 1e-9;

  private Comparison() {}

  /** Compares what the outcome says; what only the recording says is not compared. */
  static RowOutcome of(Map<String, Object> want, Map<String, ? extends @Nullable Object> actual) {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    actual.keySet().forEach(key -> expected.put(key, want.get(key)));
    return same(expected, actual)
        ? new RowOutcome.Equal()
        : new RowOutcome.Deviates(String.valueOf(expected), String.valueOf(actual));
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number first && right instanceof Number second) {
      return Math.abs(first.doubleValue() - second.doubleValue()) < EXACT;
    }
    if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
      return first.keySet().equals(second.keySet())
          && first.keySet().stream().allMatch(key -> same(first.get(key), second.get(key)));
    }
    if (left instanceof List<?> && right instanceof List<?>) {
      return sameElements(Data.list(left), Data.list(right));
    }
    return Objects.equals(left, right);
  }

  private static boolean sameElements(List<Object> left, List<Object> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
