package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Comparisons.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions on numbers. */
final class NumberFunctions {

  static final Set<String> NAMES =
      Set.of(
          "abs", "ceil", "floor", "round", "int", "float", "max", "min", "mean", "median", "bitand",
          "bitor", "bitxor", "bitnand", "bitshl", "bitshr", "bitushr", "bitnot");

  private NumberFunctions() {}

  static @Nullable Object call(String name, List<@Nullable Object> arguments) {
    Object first = arguments.getFirst();
    return switch (name) {
      case "abs" -> abs(first);
      case "ceil" -> Math.ceil(number(name, first));
      case "floor" -> Math.floor(number(name, first));
      case "round" -> round(number(name, first));
      case "int" -> toInt(first);
      case "float" -> toFloat(first);
      case "max" -> extreme(name, Order.LESS, arguments, true);
      case "min" -> extreme(name, Order.MORE, arguments, true);
      case "mean" -> mean(numbers(name, arguments));
      case "median" -> median(numbers(name, arguments));
      case "bitnot" -> ~integer(name, first);
      default -> bits(name, integer(name, first), integer(name, arguments.get(1)));
    };
  }

  private static Object abs(@Nullable Object value) {
    return switch (value) {
      case Long number -> number < 0 ? -number : number;
      case Double number -> number < 0 ? -number : number;
      case null, default -> throw invalid("abs", value);
    };
  }

  private static double number(String name, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw invalid(name, value);
  }

  /** Halves go away from zero. */
  private static double round(double value) {
    double whole = Math.rint(value);
    if (Math.abs(value - Math.copySign(Math.floor(Math.abs(value)), value)) == 0.5) {
      return value + Math.copySign(0.5, value);
    }
    return whole;
  }

  private static long toInt(@Nullable Object value) {
    return switch (value) {
      case String text ->
          GoNumbers.parseInt(text)
              .orElseThrow(() -> Fault.runtime("invalid operation: int(" + text + ")"));
      case Duration duration -> duration.toNanos();
      case null, default -> Arithmetic.toInt(value);
    };
  }

  private static double toFloat(@Nullable Object value) {
    return value instanceof String text
        ? GoNumbers.parseFloat(text)
            .orElseThrow(() -> Fault.runtime("invalid operation: float(" + text + ")"))
        : Arithmetic.toFloat(value);
  }

  /**
   * The largest or smallest of numbers and, deep down, of arrays of numbers; nil if there is none.
   */
  private static @Nullable Object extreme(
      String name, Order replaced, List<@Nullable Object> values, boolean top) {
    Object best = null;
    for (Object value : values) {
      Object candidate = value;
      List<@Nullable Object> elements = Elements.of(value);
      if (elements != null) {
        candidate = extreme(name, replaced, elements, false);
      } else if (!(value instanceof Number)) {
        if (top && values.size() == 1) {
          return value;
        }
        throw invalid(name, value);
      }
      if (candidate != null && (best == null || replaced.holds(best, candidate))) {
        best = candidate;
      }
    }
    return best;
  }

  private static List<Double> numbers(String name, List<@Nullable Object> values) {
    List<Double> numbers = new ArrayList<>();
    for (Object value : values) {
      List<@Nullable Object> elements = Elements.of(value);
      if (elements != null) {
        numbers.addAll(numbers(name, elements));
      } else {
        numbers.add(number(name, value));
      }
    }
    return numbers;
  }

  private static double mean(List<Double> numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return numbers.isEmpty() ? 0 : sum / numbers.size();
  }

  private static double median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return 0;
    }
    // A NaN sorts before every number.
    numbers.sort(
        (a, b) -> a.isNaN() || b.isNaN() ? Boolean.compare(b.isNaN(), a.isNaN()) : a.compareTo(b));
    int middle = numbers.size() / 2;
    return numbers.size() % 2 == 1
        ? numbers.get(middle)
        : (numbers.get(middle - 1) + numbers.get(middle)) / 2;
  }

  private static long integer(String name, @Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw Fault.runtime(
        "cannot use " + GoTypes.name(value) + " as argument (type int) to call " + name);
  }

  private static long bits(String name, long x, long y) {
    if (name.startsWith("bits") || name.equals("bitushr")) {
      if (y < 0) {
        throw Fault.runtime("invalid operation: negative shift count " + y + " (type int)");
      }
      return shifted(name, x, y);
    }
    return switch (name) {
      case "bitand" -> x & y;
      case "bitor" -> x | y;
      case "bitxor" -> x ^ y;
      default -> x & ~y;
    };
  }

  /** Shifting by more than the width leaves nothing but the sign. */
  private static long shifted(String name, long x, long y) {
    return switch (name) {
      case "bitshl" -> y > 63 ? 0 : x << y;
      case "bitshr" -> x >> Math.min(y, 63);
      default -> y > 63 ? 0 : x >>> y;
    };
  }

  private static Fault invalid(String name, @Nullable Object value) {
    return Fault.runtime("invalid argument for " + name + " (type " + GoTypes.name(value) + ")");
  }
}
