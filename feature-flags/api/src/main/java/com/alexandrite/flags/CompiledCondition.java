package com.alexandrite.flags;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition whose values are read once. A value or attribute that is no number fails it. */
final class CompiledCondition {
  private final String attribute;
  private final Operator operator;
  private final Set<String> values;
  private final double number;

  CompiledCondition(Condition condition) {
    attribute = condition.attribute();
    operator = condition.operator();
    values = Set.copyOf(condition.values());
    number = condition.values().isEmpty() ? Double.NaN : number(condition.values().getFirst());
  }

  boolean holds(EvaluationContext context) {
    String value = context.attribute(attribute);
    return value == null ? holdsUnknown() : holds(value);
  }

  private boolean holdsUnknown() {
    return operator == Operator.NOT_IN || operator == Operator.IS_NOT_SET;
  }

  private boolean holds(String value) {
    return switch (operator) {
      case IN -> values.contains(value);
      case NOT_IN -> !values.contains(value);
      case CONTAINS -> containsOne(value);
      case AT_LEAST -> number(value) >= number;
      case LESS_THAN -> number(value) < number;
      case IS_SET -> true;
      case IS_NOT_SET -> false;
    };
  }

  private boolean containsOne(String value) {
    for (String part : values) {
      if (value.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
