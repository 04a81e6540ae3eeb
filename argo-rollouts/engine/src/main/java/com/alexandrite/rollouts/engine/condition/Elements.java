package com.alexandrite.rollouts.engine.condition;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language's arrays, whatever Java type holds them: lists, and typed arrays of floats, ints,
 * texts, bytes.
 */
final class Elements {

  /** An array that was never made: it is nil and empty. */
  static final List<@Nullable Object> NIL = Collections.unmodifiableList(new ArrayList<>());

  private Elements() {}

  static boolean isArray(@Nullable Object value) {
    return value instanceof List
        || value instanceof double[]
        || value instanceof long[]
        || value instanceof String[]
        || value instanceof byte[];
  }

  /** The elements of an array, null if the value is none. */
  @SuppressWarnings("unchecked")
  static @Nullable List<@Nullable Object> of(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> (List<@Nullable Object>) list;
      case double[] floats -> view(floats.length, i -> floats[i]);
      case long[] ints -> view(ints.length, i -> ints[i]);
      case String[] texts -> Arrays.asList((@Nullable Object[]) texts);
      case byte[] bytes -> view(bytes.length, i -> (long) (bytes[i] & 0xff));
      case null, default -> null;
    };
  }

  /** The same kind of array with some of the elements. */
  static Object slice(Object array, int from, int to) {
    return switch (array) {
      case double[] floats -> Arrays.copyOfRange(floats, from, to);
      case long[] ints -> Arrays.copyOfRange(ints, from, to);
      case String[] texts -> Arrays.copyOfRange(texts, from, to);
      case byte[] bytes -> Arrays.copyOfRange(bytes, from, to);
      case List<?> list -> list.subList(from, to);
      default -> throw Fault.runtime("cannot slice " + GoTypes.name(array));
    };
  }

  private interface At {
    Object get(int index);
  }

  private static List<@Nullable Object> view(int size, At at) {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return at.get(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
