package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.TemplateDecisions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refused templates in the words of the records. */
final class Refusals {

  private Refusals() {}

  static <T> Map<String, ? extends @Nullable Object> orRefusal(
      TemplateDecisions.Decision<T> decision, Function<T, Map<String, ?>> outcome) {
    return switch (decision) {
      case TemplateDecisions.Made<T>(T value) -> outcome.apply(value);
      case TemplateDecisions.Impossible<T>(Refused refused) -> tree(refused);
    };
  }

  static Map<String, Object> tree(Refused refused) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("error", true);
    tree.put("errorClass", errorClass(refused));
    switch (refused.reason()) {
      case ARGUMENT_NOT_RESOLVED, ARGUMENT_NOT_SUPPLIED -> tree.put("arg", refused.subject());
      case UNRESOLVED_TAG -> tree.put("tag", refused.subject());
      default -> {}
    }
    return tree;
  }

  private static String errorClass(Refused refused) {
    return switch (refused.reason()) {
      case ARGUMENT_NOT_RESOLVED -> "argNotResolved";
      case ARGUMENT_NOT_SUPPLIED -> "argNotSupplied";
      case DUPLICATE_METRIC -> "duplicateMetricName";
      default -> camelCase(refused.reason().name());
    };
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
