package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.condition.GoText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies single steps of a path to all values found so far. */
final class PathSteps {

  private PathSteps() {}

  /** A step that leads nowhere, with the values that it had at hand. */
  static final class Nowhere extends Exception {
    private final transient List<@Nullable Object> values;

    Nowhere(String message, List<@Nullable Object> values) {
      super(message, null, false, false);
      this.values = values;
    }

    List<@Nullable Object> values() {
      return values;
    }
  }

  static List<@Nullable Object> apply(List<@Nullable Object> input, PathNode node) throws Nowhere {
    return switch (node) {
      case PathNode.Steps steps -> all(input, steps);
      case PathNode.Text text -> one(text.text());
      case PathNode.Field field -> field(input, field.name());
      case PathNode.Slice slice -> slice(input, slice);
      case PathNode.Filter filter -> PathFilter.apply(input, filter);
      case PathNode.Constant constant -> constant(input, constant.value());
      case PathNode.Wildcard wildcard -> children(input);
      case PathNode.Recursive recursive -> recursive(input);
      case PathNode.Union union -> union(input, union);
      case PathNode.Word word -> throw new Nowhere("unrecognized identifier " + word.name(), input);
    };
  }

  static List<@Nullable Object> all(List<@Nullable Object> input, PathNode.Steps steps)
      throws Nowhere {
    List<@Nullable Object> values = input;
    for (PathNode node : steps.nodes()) {
      values = apply(values, node);
    }
    return values;
  }

  private static List<@Nullable Object> one(Object value) {
    List<@Nullable Object> one = new ArrayList<>();
    one.add(value);
    return one;
  }

  private static List<@Nullable Object> constant(List<@Nullable Object> input, Object value) {
    List<@Nullable Object> values = new ArrayList<>();
    input.forEach(any -> values.add(value));
    return values;
  }

  private static List<@Nullable Object> field(List<@Nullable Object> input, String name)
      throws Nowhere {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object value : input) {
      if (value instanceof Map<?, ?> map && map.containsKey(name)) {
        found.add(map.get(name));
      }
    }
    if (found.isEmpty() && !input.isEmpty()) {
      throw new Nowhere(name + " is not found", found);
    }
    return found;
  }

  private static List<@Nullable Object> slice(List<@Nullable Object> input, PathNode.Slice slice)
      throws Nowhere {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object value : input) {
      if (value == null) {
        continue;
      }
      if (!(value instanceof List<?> list)) {
        throw new Nowhere(GoText.of(value) + " is not array or slice", input);
      }
      int from = fromEnd(slice.from() == null ? 0 : slice.from(), list.size());
      int to = slice.to() == null ? list.size() : slice.to();
      to = to < 0 || (to == 0 && slice.index()) ? to + list.size() : to;
      if (from == to) {
        // An empty range ends it for the values that follow, too.
        return found;
      }
      check(from, to, list.size(), input);
      found.addAll(stepped(list.subList(from, to), slice.step(), input));
    }
    return found;
  }

  private static int fromEnd(int index, int size) {
    return index < 0 ? index + size : index;
  }

  private static void check(int from, int to, int size, List<@Nullable Object> input)
      throws Nowhere {
    if (from >= size || from < 0 || to > size || to < 0) {
      throw new Nowhere("array index out of bounds: length " + size, input);
    }
    if (from > to) {
      throw new Nowhere(
          "starting index %d is greater than ending index %d".formatted(from, to), input);
    }
  }

  private static List<@Nullable Object> stepped(
      List<?> list, @Nullable Integer step, List<@Nullable Object> input) throws Nowhere {
    if (step != null && step <= 0) {
      throw new Nowhere("step must be > 0", input);
    }
    List<@Nullable Object> stepped = new ArrayList<>();
    for (int i = 0; i < list.size(); i += step == null ? 1 : step) {
      stepped.add(list.get(i));
    }
    return stepped;
  }

  private static List<@Nullable Object> union(List<@Nullable Object> input, PathNode.Union union)
      throws Nowhere {
    List<@Nullable Object> found = new ArrayList<>();
    for (PathNode.Steps part : union.parts()) {
      found.addAll(all(input, part));
    }
    return found;
  }

  private static List<@Nullable Object> children(List<@Nullable Object> input) {
    List<@Nullable Object> found = new ArrayList<>();
    input.forEach(value -> found.addAll(children(value)));
    return found;
  }

  /** Elements of a list, values of a map in the order of their keys, bytes of a text. */
  private static Collection<?> children(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> list;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, child) -> sorted.put(String.valueOf(key), child));
        yield sorted.values();
      }
      case String text -> bytes(text);
      case null, default -> List.of();
    };
  }

  private static List<Object> bytes(String text) {
    List<Object> bytes = new ArrayList<>();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      bytes.add((long) Byte.toUnsignedInt(one));
    }
    return bytes;
  }

  /** Every value that has children, outer ones first. */
  private static List<@Nullable Object> recursive(List<@Nullable Object> input) {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object value : input) {
      List<@Nullable Object> children = new ArrayList<>(children(value));
      if (!children.isEmpty()) {
        found.add(value);
        found.addAll(recursive(children));
      }
    }
    return found;
  }
}
