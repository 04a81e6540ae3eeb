package com.alexandrite.rollouts.engine.condition;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The arithmetic operators on values. */
final class Arithmetic {

  private Arithmetic() {}

  static Object apply(String operator, @Nullable Object left, @Nullable Object right) {
    Object result =
        switch (operator) {
          case "+" -> plus(left, right);
          case "-" -> minus(left, right);
          case "*" -> times(left, right);
          case "/" -> divided(left, right);
          case "%" -> modulo(left, right);
          default -> GoPower.power(toFloat(left), toFloat(right));
        };
    if (result == null) {
      throw Fault.runtime(
          "invalid operation: " + GoTypes.name(left) + " " + operator + " " + GoTypes.name(right));
    }
    return result;
  }

  static Object negate(@Nullable Object value) {
    return switch (value) {
      case Long number -> -number;
      case Double number -> -number;
      case null, default -> throw Fault.runtime("invalid operation: - " + GoTypes.name(value));
    };
  }

  static double toFloat(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw Fault.runtime("invalid operation: float(" + GoTypes.name(value) + ")");
  }

  static long toInt(@Nullable Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> GoNumbers.truncate(number);
      case null, default ->
          throw Fault.runtime("invalid operation: int(" + GoTypes.name(value) + ")");
    };
  }

  private static @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a + b;
    }
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() + b.doubleValue();
    }
    if (left instanceof String a && right instanceof String b) {
      return a + b;
    }
    if (left instanceof ZonedDateTime a && right instanceof Duration b) {
      return a.plus(b);
    }
    if (left instanceof Duration a) {
      return right instanceof Duration b
          ? a.plus(b)
          : right instanceof ZonedDateTime time ? time.plus(a) : null;
    }
    return null;
  }

  private static @Nullable Object minus(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a - b;
    }
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() - b.doubleValue();
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return a.minus(b);
    }
    if (left instanceof ZonedDateTime a) {
      return right instanceof ZonedDateTime b
          ? Duration.between(b, a)
          : right instanceof Duration d ? a.minus(d) : null;
    }
    return null;
  }

  private static @Nullable Object times(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a * b;
    }
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() * b.doubleValue();
    }
    if (left instanceof Duration a) {
      return scaled(a, right);
    }
    return right instanceof Duration b ? scaled(b, left) : null;
  }

  /** A duration is a number of nanoseconds here; only a float factor leaves it a plain number. */
  private static @Nullable Object scaled(Duration duration, @Nullable Object factor) {
    long nanoseconds = duration.toNanos();
    return switch (factor) {
      case Long number -> Duration.ofNanos(nanoseconds * number);
      case Duration other -> Duration.ofNanos(nanoseconds * other.toNanos());
      case Double number -> nanoseconds * number;
      case null, default -> null;
    };
  }

  private static @Nullable Object divided(@Nullable Object left, @Nullable Object right) {
    return left instanceof Number a && right instanceof Number b
        ? a.doubleValue() / b.doubleValue()
        : null;
  }

  private static @Nullable Object modulo(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      if (b == 0) {
        throw Fault.runtime("runtime error: integer divide by zero");
      }
      return a % b;
    }
    return null;
  }
}
