package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.condition.GoText;
import com.alexandrite.rollouts.engine.web.PathSteps.Nowhere;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the elements of lists that pass a comparison; only values of the same kind can be compared.
 */
final class PathFilter {

  private PathFilter() {}

  static List<@Nullable Object> apply(List<@Nullable Object> input, PathNode.Filter filter)
      throws Nowhere {
    List<@Nullable Object> kept = new ArrayList<>();
    for (Object value : input) {
      if (!(value instanceof List<?> list)) {
        throw new Nowhere(
            GoText.of(value) + " is not array or slice and cannot be filtered", input);
      }
      for (Object element : list) {
        List<@Nullable Object> one = new ArrayList<>();
        one.add(element);
        if (filter.operator().isEmpty() ? exists(one, filter) : passes(one, filter)) {
          kept.add(element);
        }
      }
    }
    return kept;
  }

  /** A step that failed still exists if it had anything at hand. */
  private static boolean exists(List<@Nullable Object> element, PathNode.Filter filter) {
    try {
      return !PathSteps.all(element, filter.left()).isEmpty();
    } catch (Nowhere e) {
      return !e.values().isEmpty();
    }
  }

  private static boolean passes(List<@Nullable Object> element, PathNode.Filter filter)
      throws Nowhere {
    List<@Nullable Object> left = PathSteps.all(element, filter.left());
    if (left.isEmpty()) {
      return false;
    }
    List<@Nullable Object> right = PathSteps.all(element, filter.right());
    if (left.size() > 1 || right.size() > 1) {
      throw new Nowhere("can only compare one element at a time", element);
    }
    return !right.isEmpty()
        && compare(left.getFirst(), filter.operator(), right.getFirst(), element);
  }

  private static boolean compare(
      @Nullable Object left, String operator, @Nullable Object right, List<@Nullable Object> at)
      throws Nowhere {
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return switch (operator) {
        case "==" -> a.equals(b);
        case "!=" -> !a.equals(b);
        default -> throw new Nowhere("invalid type for comparison", at);
      };
    }
    if (left instanceof Double a && right instanceof Double b) {
      return holds(operator, a < b, a.doubleValue() == b.doubleValue(), at);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return holds(operator, a < b, a.equals(b), at);
    }
    if (left instanceof String a && right instanceof String b) {
      return holds(operator, a.compareTo(b) < 0, a.equals(b), at);
    }
    throw new Nowhere("incompatible types for comparison", at);
  }

  private static boolean holds(
      String operator, boolean less, boolean equal, List<@Nullable Object> at) throws Nowhere {
    return switch (operator) {
      case "<" -> less;
      case "<=" -> less || equal;
      case ">" -> !less && !equal;
      case ">=" -> !less;
      case "==" -> equal;
      case "!=" -> !equal;
      default -> throw new Nowhere("unrecognized filter operator " + operator, at);
    };
  }
}
