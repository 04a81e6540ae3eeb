package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether everything that one object says is so in another, which may say more. */
final class Derivative {

  private Derivative() {}

  static boolean of(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case null -> true;
      case String text when text.isEmpty() -> true;
      case Map<?, ?> map -> map.isEmpty() || ofMap(Data.map(map), Data.map(right));
      case List<?> list -> list.isEmpty() || ofList(Data.list(list), Data.list(right));
      default -> Objects.equals(left, right);
    };
  }

  private static boolean ofMap(Map<String, Object> left, Map<String, Object> right) {
    return left.entrySet().stream()
        .allMatch(entry ->
            right.containsKey(entry.getKey()) && of(entry.getValue(), right.get(entry.getKey())));
  }

  private static boolean ofList(List<Object> left, List<Object> right) {
    for (int i = 0; i < left.size(); i++) {
      if (i >= right.size() || !of(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
