package com.alexandrite.rollouts.engine.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that Argo adds to the language. */
final class ArgoFunctions {

  private ArgoFunctions() {}

  /** {@code isNil} and {@code default} look at the result, whatever they are asked about. */
  static @Nullable Object call(
      String name, List<@Nullable Object> arguments, @Nullable Object result) {
    Object argument = arguments.getFirst();
    return switch (name) {
      case "asInt" -> asInt(argument);
      case "asFloat" -> asFloat(argument);
      case "isNaN" -> Double.isNaN(exactFloat(argument));
      case "isInf" -> Double.isInfinite(exactFloat(argument));
      case "isNil" -> GoTypes.isNil(result);
      default -> GoTypes.isNil(result) ? arguments.getLast() : result;
    };
  }

  private static long asInt(@Nullable Object value) {
    if (value instanceof String text) {
      return GoNumbers.parseInt(text).orElseThrow(() -> notANumber("ParseInt", text));
    }
    if (value instanceof Number) {
      return Arithmetic.toInt(value);
    }
    throw Fault.runtime("asInt() not supported on " + GoTypes.name(value));
  }

  private static double asFloat(@Nullable Object value) {
    if (value instanceof String text) {
      return GoNumbers.parseFloat(text).orElseThrow(() -> notANumber("ParseFloat", text));
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw Fault.runtime("asFloat() not supported on " + GoTypes.name(value));
  }

  private static Fault notANumber(String function, String text) {
    return Fault.runtime("strconv." + function + ": parsing \"" + text + "\": invalid syntax");
  }

  /** A missing value is a mistake as an int is. */
  private static double exactFloat(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    throw Fault.runtime("cannot use " + GoTypes.name(value) + " as type float64");
  }
}
