package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patches (RFC 7386) on plain data. */
public final class MergePatch {

  private MergePatch() {}

  /** The target with the patch applied: null removes, maps merge, all else replaces. */
  public static Map<String, Object> apply(
      Map<String, Object> target, Map<String, ? extends @Nullable Object> patch) {
    Map<String, Object> merged = new LinkedHashMap<>(target);
    for (String key : patch.keySet()) {
      Object value = patch.get(key);
      if (value == null) {
        merged.remove(key);
      } else if (value instanceof Map<?, ?> inner) {
        merged.put(key, apply(Data.map(merged.get(key)), Data.map(inner)));
      } else {
        merged.put(key, value);
      }
    }
    return merged;
  }

  /** The patch that takes a field away. */
  static Map<String, @Nullable Object> removing(String field) {
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    patch.put(field, null);
    return patch;
  }
}
