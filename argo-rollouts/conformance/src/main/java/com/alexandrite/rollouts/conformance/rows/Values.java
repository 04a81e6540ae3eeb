package com.alexandrite.rollouts.conformance.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vectors' spelling of values: every number a float but for {@code $int}, {@code $vector} typed
 * floats.
 */
final class Values {

  private Values() {}

  /** The value that the tree stands for. */
  static @Nullable Object of(@Nullable Object tree) {
    return switch (tree) {
      case null -> null;
      case Number number -> number.doubleValue();
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> tree;
    };
  }

  private static List<@Nullable Object> list(List<?> list) {
    List<@Nullable Object> values = new ArrayList<>();
    list.forEach(element -> values.add(of(element)));
    return values;
  }

  private static @Nullable Object map(Map<?, ?> map) {
    if (map.get("$float") instanceof String text) {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.POSITIVE_INFINITY;
      };
    }
    if (map.get("$int") instanceof Number number) {
      return number.longValue();
    }
    if (map.get("$vector") instanceof List<?> vector) {
      return vector.stream()
          .mapToDouble(element -> (Double) Objects.requireNonNull(of(element)))
          .toArray();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), of(value)));
    return values;
  }
}
