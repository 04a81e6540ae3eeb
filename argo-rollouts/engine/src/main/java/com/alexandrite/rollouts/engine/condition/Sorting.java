package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Comparisons.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts by keys that compare as the operator {@code <} does; keys that don't compare are a fault.
 */
final class Sorting {

  private Sorting() {}

  static boolean descending(@Nullable Object order) {
    return switch (order) {
      case String text when text.equals("asc") -> false;
      case String text when text.equals("desc") -> true;
      case null, default ->
          throw Fault.runtime("invalid order " + GoText.of(order) + ", expected asc or desc");
    };
  }

  static List<@Nullable Object> sorted(
      List<@Nullable Object> items, List<@Nullable Object> keys, boolean descending) {
    int[] order = new int[items.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    merge(order, new int[order.length], 0, order.length, keys, descending);
    List<@Nullable Object> sorted = new ArrayList<>(order.length);
    for (int at : order) {
      sorted.add(items.get(at));
    }
    return sorted;
  }

  /** A merge sort of its own, because a NaN makes the order one that Java's sort refuses. */
  private static void merge(
      int[] order, int[] buffer, int from, int to, List<@Nullable Object> keys, boolean down) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    merge(order, buffer, from, middle, keys, down);
    merge(order, buffer, middle, to, keys, down);
    System.arraycopy(order, from, buffer, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight =
          left == middle
              || (right < to && less(keys.get(buffer[right]), keys.get(buffer[left]), down));
      order[i] = takeRight ? buffer[right++] : buffer[left++];
    }
  }

  private static boolean less(@Nullable Object a, @Nullable Object b, boolean down) {
    return down ? Order.LESS.holds(b, a) : Order.LESS.holds(a, b);
  }
}
