package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the plain data of a manifest: text, number, boolean, list, map. Absent is empty. */
public final class Data {

  private Data() {}

  /** The value as a map; empty when absent or something else. */
  @SuppressWarnings("unchecked") // Keys of a manifest's maps are texts: the reader refuses others.
  public static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The value as a list; empty when absent or something else. */
  @SuppressWarnings("unchecked")
  public static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The value as a text; empty when absent. */
  public static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** The value as a whole number. */
  public static int integer(@Nullable Object value, int otherwise) {
    return value instanceof Number number ? number.intValue() : otherwise;
  }

  /** The value as a whole number; null when absent. */
  public static @Nullable Integer integerOrNull(@Nullable Object value) {
    return value instanceof Number number ? (Integer) number.intValue() : null;
  }

  /** Whether the value is {@code true}. */
  public static boolean flag(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }
}
