package com.alexandrite.rollouts.engine.condition;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order of values: numbers of any kind compare by value, the rest only within one
 * kind.
 */
final class Comparisons {

  private Comparisons() {}

  /** Which outcomes of a comparison an operator accepts; a NaN compares to nothing. */
  enum Order {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    MORE(">"),
    MORE_OR_EQUAL(">=");

    private final String operator;

    Order(String operator) {
      this.operator = operator;
    }

    static Order of(String operator) {
      for (Order order : values()) {
        if (order.operator.equals(operator)) {
          return order;
        }
      }
      throw Fault.compile("unknown operator (" + operator + ")");
    }

    private boolean accepts(int outcome) {
      return switch (this) {
        case LESS -> outcome < 0;
        case LESS_OR_EQUAL -> outcome <= 0;
        case MORE -> outcome > 0;
        case MORE_OR_EQUAL -> outcome >= 0;
      };
    }

    boolean holds(@Nullable Object left, @Nullable Object right) {
      if (left instanceof Long a && right instanceof Long b) {
        return accepts(Long.compare(a, b));
      }
      if (left instanceof Number a && right instanceof Number b) {
        return floats(a.doubleValue(), b.doubleValue());
      }
      if (left instanceof String a && right instanceof String b) {
        return accepts(texts(a, b));
      }
      if (left instanceof ZonedDateTime a && right instanceof ZonedDateTime b) {
        return accepts(a.toInstant().compareTo(b.toInstant()));
      }
      if (left instanceof Duration a && right instanceof Duration b) {
        return accepts(a.compareTo(b));
      }
      throw Fault.runtime(
          "invalid operation: " + GoTypes.name(left) + " " + operator + " " + GoTypes.name(right));
    }

    private boolean floats(double a, double b) {
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return false;
      }
      return accepts(a < b ? -1 : a > b ? 1 : 0);
    }
  }

  /** Order of texts by their characters, which is that of their UTF-8 bytes. */
  static int texts(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
  }

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a.equals(b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    if (left instanceof ZonedDateTime a && right instanceof ZonedDateTime b) {
      return a.toInstant().equals(b.toInstant());
    }
    if (GoTypes.isNil(left) && GoTypes.isNil(right)) {
      return true;
    }
    boolean arrays = Elements.isArray(left) && Elements.isArray(right);
    return arrays ? arrays(left, right) : deeplyEqual(left, right);
  }

  /**
   * Untyped arrays compare element by element with any array, typed ones only with their own kind.
   */
  private static boolean arrays(@Nullable Object left, @Nullable Object right) {
    boolean untyped = left instanceof List || right instanceof List;
    boolean sameType = left != null && right != null && left.getClass() == right.getClass();
    List<@Nullable Object> a = Elements.of(left);
    List<@Nullable Object> b = Elements.of(right);
    if (a == null || b == null || a.size() != b.size() || !(untyped || sameType)) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Equality inside maps: there an int is never equal to a float. */
  private static boolean deeplyEqual(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> deeplyEqual(a.get(key), b.get(key)));
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return a.size() == b.size() && deeplyEqualElements(a, b);
    }
    if (left instanceof Double a && right instanceof Double b) {
      return a.doubleValue() == b.doubleValue();
    }
    return Objects.deepEquals(left, right);
  }

  private static boolean deeplyEqualElements(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!deeplyEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
