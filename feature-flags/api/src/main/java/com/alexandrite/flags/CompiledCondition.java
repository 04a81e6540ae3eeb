package com.alexandrite.flags;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Operator;
import java.util.Set;

/** A condition whose values are read once. */
final class CompiledCondition {
  private final String attribute;
  private final Operator operator;
  private final Set<String> values;
  private final String[] parts;
  private final double number;

  CompiledCondition(Condition condition) {
    attribute = condition.attribute();
    operator = condition.operator();
    values = Set.copyOf(condition.values());
    // An array, because going through a set allocates.
    parts = condition.values().toArray(String[]::new);
    number = parts.length == 0 ? Double.NaN : limit(parts[0]);
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
    for (String part : parts) {
      if (value.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** A condition's own number, read once and so exactly, however many digits it has. */
  private static double limit(String text) {
    return Double.isNaN(number(text)) ? Double.NaN : Double.parseDouble(text);
  }

  /**
   * Reads a plain decimal such as {@code -12.5}, exactly up to 15 digits; anything else is not a
   * number and fails every comparison. Unlike {@link Double#parseDouble} it neither allocates nor
   * throws, for it runs within an evaluation.
   */
  static double number(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    double digits = 0;
    double scale = 0;
    for (int at = start; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each >= '0' && each <= '9') {
        digits = digits * 10 + (each - '0');
        scale *= 10;
      } else if (each == '.' && scale == 0 && at > start && at + 1 < text.length()) {
        scale = 1;
      } else {
        return Double.NaN;
      }
    }
    if (text.length() == start) {
      return Double.NaN;
    }
    double number = scale > 1 ? digits / scale : digits;
    return start == 1 ? -number : number;
  }
}
