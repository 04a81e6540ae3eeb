package com.alexandrite.rollouts.engine.condition;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before it is computed.
 *
 * @param type Go's name of the type, by which types are the same or not
 * @param element the elements of an array or a map
 * @param key the keys of a map
 */
record Nature(
    Kind kind,
    String type,
    @Nullable Nature element,
    @Nullable Nature key,
    @Nullable Signature signature) {

  enum Kind {
    NONE,
    ANY,
    BOOL,
    INT,
    INT64,
    BYTE,
    FLOAT,
    STRING,
    ARRAY,
    MAP,
    FUNC,
    TIME,
    DURATION,
    LOCATION,
    /** A type with a name of its own, like no other. */
    NAMED
  }

  /** Nothing is known. */
  static final Nature UNKNOWN = simple(Kind.NONE, "unknown");

  /** The value nil itself. */
  static final Nature NIL = simple(Kind.NONE, "nil");

  static final Nature ANY = simple(Kind.ANY, "interface {}");
  static final Nature BOOL = simple(Kind.BOOL, "bool");
  static final Nature INT = simple(Kind.INT, "int");
  static final Nature INT64 = simple(Kind.INT64, "int64");
  static final Nature FLOAT = simple(Kind.FLOAT, "float64");
  static final Nature STRING = simple(Kind.STRING, "string");
  static final Nature TIME = simple(Kind.TIME, "time.Time");
  static final Nature DURATION = simple(Kind.DURATION, "time.Duration");
  static final Nature LOCATION = simple(Kind.LOCATION, "*time.Location");
  static final Nature MONTH = simple(Kind.NAMED, "time.Month");
  static final Nature WEEKDAY = simple(Kind.NAMED, "time.Weekday");
  static final Nature FUNC = simple(Kind.FUNC, "func(...interface {}) (interface {}, error)");
  static final Nature ARRAY = arrayOf(ANY);
  static final Nature FLOATS = typedArray("[]float64", FLOAT);
  static final Nature INTS = typedArray("[]int", INT);
  static final Nature STRINGS = typedArray("[]string", STRING);
  static final Nature BYTES = typedArray("[]uint8", simple(Kind.BYTE, "uint8"));
  static final Nature MAP = map("map[string]interface {}", STRING, ANY);
  static final Nature ANY_MAP = map("map[interface {}]interface {}", ANY, ANY);
  static final Nature GROUPS = map("map[interface {}][]interface {}", ANY, ARRAY);

  static Nature simple(Kind kind, String type) {
    return new Nature(kind, type, null, null, null);
  }

  /** An untyped array of whose elements more is known. */
  static Nature arrayOf(Nature element) {
    return typedArray("[]interface {}", element);
  }

  static Nature function(Signature signature) {
    return new Nature(Kind.FUNC, "func" + signature, null, null, signature);
  }

  private static Nature typedArray(String type, Nature element) {
    return new Nature(Kind.ARRAY, type, element, null, null);
  }

  private static Nature map(String type, Nature key, Nature element) {
    return new Nature(Kind.MAP, type, element, key, null);
  }

  /** The nature of a value at hand. */
  static Nature of(@Nullable Object value) {
    return switch (value) {
      case null -> NIL;
      case Boolean b -> BOOL;
      case Long l -> INT;
      case Double d -> FLOAT;
      case String s -> STRING;
      case double[] d -> FLOATS;
      case long[] l -> INTS;
      case String[] s -> STRINGS;
      case byte[] b -> BYTES;
      case List<?> l -> ARRAY;
      case Map<?, ?> m -> MAP;
      case ZonedDateTime t -> TIME;
      case Duration d -> DURATION;
      case ZoneId z -> LOCATION;
      default -> ANY;
    };
  }

  boolean unknown() {
    return kind == Kind.ANY || (kind == Kind.NONE && !nil());
  }

  boolean nil() {
    return type.equals("nil");
  }

  boolean integer() {
    return kind == Kind.INT || kind == Kind.INT64 || kind == Kind.BYTE;
  }

  boolean number() {
    return integer() || kind == Kind.FLOAT;
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** The elements; unknown if it has none. */
  Nature elements() {
    return element == null ? UNKNOWN : element;
  }

  /** The bare type, without what is known of an untyped array's elements. */
  Nature bare() {
    return type.equals(ARRAY.type) ? ARRAY : this;
  }

  boolean assignableTo(Nature to) {
    if (nil()) {
      return switch (to.kind) {
        case ANY, FUNC, MAP, ARRAY, LOCATION -> true;
        default -> false;
      };
    }
    if (kind == Kind.NONE || to.kind == Kind.NONE) {
      return false;
    }
    return to.kind == Kind.ANY || (kind == to.kind && type.equals(to.type));
  }

  boolean comparableTo(Nature other) {
    return unknown()
        || other.unknown()
        || nil()
        || other.nil()
        || (number() && other.number())
        || (kind == Kind.ARRAY && other.kind == Kind.ARRAY)
        || assignableTo(other);
  }

  @Override
  public String toString() {
    return nil() ? "unknown" : type;
  }
}
