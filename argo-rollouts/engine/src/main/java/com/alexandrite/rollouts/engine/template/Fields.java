package com.alexandrite.rollouts.engine.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one map of a tree, notes each mistake, and in the end each field that nobody
 * asked for.
 */
final class Fields {

  private final Map<?, ?> tree;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> asked = new HashSet<>();

  Fields(@Nullable Object tree, String path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
    this.tree = tree instanceof Map<?, ?> map ? map : Map.of();
    if (tree != null && !(tree instanceof Map)) {
      problems.add(new Problem(path, "must be an object"));
    }
  }

  @Nullable Object raw(String name) {
    asked.add(name);
    return tree.get(name);
  }

  boolean has(String name) {
    asked.add(name);
    return tree.get(name) != null;
  }

  /** The text, "" if absent. */
  String text(String name) {
    Object value = raw(name);
    if (value instanceof String text) {
      return text;
    }
    if (value != null) {
      problem(name, "must be a text");
    }
    return "";
  }

  /** A whole number or a text, null if absent. */
  @Nullable String numberOrText(String name) {
    Object value = raw(name);
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number number && isWhole(number)) {
      return Long.toString(number.longValue());
    }
    if (value != null) {
      problem(name, "must be a whole number or a text");
    }
    return null;
  }

  @Nullable Long number(String name) {
    Object value = raw(name);
    if (value instanceof Number number && isWhole(number)) {
      return number.longValue();
    }
    if (value != null) {
      problem(name, "must be a whole number");
    }
    return null;
  }

  boolean flag(String name) {
    Object value = raw(name);
    if (value != null && !(value instanceof Boolean)) {
      problem(name, "must be true or false");
    }
    return Boolean.TRUE.equals(value);
  }

  Fields child(String name) {
    return new Fields(raw(name), at(name), problems);
  }

  <T> List<T> list(String name, Function<Fields, T> read) {
    Object value = raw(name);
    if (value != null && !(value instanceof List)) {
      problem(name, "must be a list");
    }
    List<T> read1 = new ArrayList<>();
    int index = 0;
    for (Object element : value instanceof List<?> list ? list : List.of()) {
      read1.add(read.apply(new Fields(element, at(name) + "[" + index++ + "]", problems)));
    }
    return read1;
  }

  /** A list of texts, empty if absent. */
  List<String> texts(String name) {
    Object value = raw(name);
    List<String> texts = new ArrayList<>();
    for (Object element : value instanceof List<?> list ? list : List.of()) {
      if (element instanceof String text) {
        texts.add(text);
      }
    }
    if (value != null && !(value instanceof List<?> list && list.size() == texts.size())) {
      problem(name, "must be a list of texts");
    }
    return texts;
  }

  /** Takes fields that have no effect here. */
  void ignore(String... names) {
    asked.addAll(List.of(names));
  }

  /** Notes that a field that Argo executes is not executed here. */
  void refuse(String name) {
    if (has(name)) {
      problem(name, "is not executed by this engine");
    }
  }

  void problem(String name, String message) {
    problems.add(new Problem(at(name), message));
  }

  /** Notes each field that nobody asked for. */
  void end() {
    for (Object key : tree.keySet()) {
      if (!asked.contains(String.valueOf(key))) {
        problem(String.valueOf(key), "is not a known field");
      }
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isWhole(Number number) {
    return number.doubleValue() == number.longValue();
  }
}
