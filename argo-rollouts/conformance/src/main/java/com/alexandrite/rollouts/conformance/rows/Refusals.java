package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.TemplateDecisions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refused templates in the words of the records. */
final class Refusals {

  /** Reasons whose word no recording at hand shows; it is not compared. */
  private static final Set<Refused.Reason> UNNAMED =
      EnumSet.of(
          Refused.Reason.TEMPLATE_MISSING,
          Refused.Reason.TEMPLATES_IN_A_CIRCLE,
          Refused.Reason.CONFLICTING_ARGUMENT,
          Refused.Reason.INVALID_ARGUMENT_TEXT,
          Refused.Reason.NO_METRICS,
          Refused.Reason.COUNT_BELOW_INCONCLUSIVE_LIMIT,
          Refused.Reason.NO_PROVIDER,
          Refused.Reason.INVALID_INDEX,
          Refused.Reason.UNSUPPORTED_FIELD);

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
    if (!UNNAMED.contains(refused.reason())) {
      tree.put("errorClass", errorClass(refused));
    }
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
