package com.alexandrite.rollouts.conformance.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the untyped trees of the vectors: maps, lists, texts, numbers. */
final class Tree {

  private Tree() {}

  /** The object under a name, empty if absent. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(
      Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /** The objects of a list, empty if absent. */
  @SuppressWarnings("unchecked")
  static List<Map<String, @Nullable Object>> maps(
      Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof List<?> list
        ? (List<Map<String, @Nullable Object>>) list
        : List.of();
  }

  /** The texts of a list, empty if absent. */
  static List<String> texts(Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A text, "" if absent. */
  static String text(Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof String text ? text : "";
  }

  /** A text, null if absent. */
  static @Nullable String textOrNull(Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof String text ? text : null;
  }

  /** A whole number, 0 if absent. */
  static int number(Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof Number number ? number.intValue() : 0;
  }

  /** A whole number, null if absent. */
  static @Nullable Integer numberOrNull(Map<String, ? extends @Nullable Object> from, String name) {
    return from.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  /** Whether a name holds true. */
  static boolean flag(Map<String, ? extends @Nullable Object> from, String name) {
    return Boolean.TRUE.equals(from.get(name));
  }
}
