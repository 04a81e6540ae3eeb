package com.alexandrite.rollouts.engine.condition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the types of values. */
final class GoTypes {

  private GoTypes() {}

  /** Go's name of the value's type, for messages. */
  static String name(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Boolean b -> "bool";
      case Long l -> "int";
      case Double d -> "float64";
      case String s -> "string";
      case List<?> l -> "[]interface {}";
      case double[] d -> "[]float64";
      case long[] l -> "[]int";
      case String[] s -> "[]string";
      case byte[] b -> "[]uint8";
      case Map<?, ?> m -> "map[string]interface {}";
      case AnyKeys m ->
          m.absent() == null ? "map[interface {}]interface {}" : "map[interface {}][]interface {}";
      case ZonedDateTime t -> "time.Time";
      case Duration d -> "time.Duration";
      case ZoneId z -> "*time.Location";
      case Month m -> "time.Month";
      case DayOfWeek d -> "time.Weekday";
      default -> "func";
    };
  }

  /** The language's own word for the type, as its function {@code type} answers. */
  static String word(@Nullable Object value) {
    return switch (value) {
      case null -> "nil";
      case Boolean b -> "bool";
      case Long l -> "int";
      case Double d -> "float";
      case String s -> "string";
      case Map<?, ?> m -> "map";
      case AnyKeys m -> "map";
      case ZonedDateTime t -> "time.Time";
      case Duration d -> "time.Duration";
      case ZoneId z -> "unknown";
      case Month m -> "time.Month";
      case DayOfWeek d -> "time.Weekday";
      default -> Elements.isArray(value) ? "array" : "func";
    };
  }

  /** Whether the value is nil, as an array that was never made is too. */
  @SuppressWarnings("ReferenceEquality") // There is exactly one such array.
  static boolean isNil(@Nullable Object value) {
    return value == null || value == Elements.NIL;
  }
}
