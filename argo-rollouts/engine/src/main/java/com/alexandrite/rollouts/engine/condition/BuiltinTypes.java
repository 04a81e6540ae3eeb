package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.util.List;

/** Types the language's own functions that look at their arguments' kinds. */
final class BuiltinTypes {

  private BuiltinTypes() {}

  static Nature of(String name, List<Nature> arguments) {
    return switch (name) {
      case "len" -> one(name, arguments, Nature.INT, Kind.ARRAY, Kind.MAP, Kind.STRING);
      case "abs" -> number(name, arguments) ? arguments.getFirst().bare() : Nature.UNKNOWN;
      case "ceil", "floor", "round" -> number(name, arguments) ? Nature.FLOAT : Nature.UNKNOWN;
      case "int", "float" -> {
        if (arguments.size() != 1 || !arguments.getFirst().is(Kind.STRING)) {
          number(name, arguments);
        }
        yield name.equals("int") ? Nature.INT : Nature.FLOAT;
      }
      case "max", "min", "mean", "median" -> aggregate(name, arguments);
      case "now" -> now(arguments);
      case "date" -> date(arguments);
      case "first", "last" -> {
        one(name, arguments, Nature.ANY, Kind.ARRAY);
        Nature array = arguments.getFirst();
        yield array.unknown() ? Nature.ANY : array.bare().elements();
      }
      case "take" -> take(arguments);
      case "keys", "values", "toPairs" -> one(name, arguments, Nature.ARRAY, Kind.MAP);
      case "fromPairs" -> one(name, arguments, Nature.ANY_MAP, Kind.ARRAY);
      case "reverse", "uniq", "flatten" -> one(name, arguments, Nature.ARRAY, Kind.ARRAY);
      case "concat" -> concat(arguments);
      default -> throw Fault.compile("unknown builtin " + name);
    };
  }

  private static void count(List<Nature> arguments, int wanted) {
    if (arguments.size() != wanted) {
      throw Fault.compile(
          "invalid number of arguments (expected %d, got %d)".formatted(wanted, arguments.size()));
    }
  }

  private static boolean fits(Nature argument, Kind... kinds) {
    return argument.unknown() || List.of(kinds).contains(argument.kind());
  }

  private static Nature one(String name, List<Nature> arguments, Nature result, Kind... kinds) {
    count(arguments, 1);
    if (!fits(arguments.getFirst(), kinds)) {
      throw invalid(name, arguments.getFirst());
    }
    return result;
  }

  private static boolean number(String name, List<Nature> arguments) {
    count(arguments, 1);
    Nature argument = arguments.getFirst();
    if (!argument.number() && !argument.unknown() && !argument.is(Kind.DURATION)) {
      throw invalid(name, argument);
    }
    return true;
  }

  /** The first array or unknown argument ends the check. */
  private static Nature aggregate(String name, List<Nature> arguments) {
    if (arguments.isEmpty()) {
      throw Fault.compile("not enough arguments to call " + name);
    }
    for (Nature argument : arguments) {
      if (argument.unknown() || argument.is(Kind.ARRAY)) {
        return Nature.ANY;
      }
      if (!argument.number() && !argument.is(Kind.DURATION)) {
        throw invalid(name, argument);
      }
    }
    return arguments.getFirst();
  }

  private static Nature now(List<Nature> arguments) {
    if (arguments.isEmpty() || (arguments.size() == 1 && arguments.getFirst().is(Kind.LOCATION))) {
      return Nature.TIME;
    }
    throw Fault.compile("invalid number of arguments (expected 0, got " + arguments.size() + ")");
  }

  private static Nature date(List<Nature> arguments) {
    boolean zone = !arguments.isEmpty() && arguments.getFirst().is(Kind.LOCATION);
    if (arguments.isEmpty() || arguments.size() - (zone ? 1 : 0) > 3) {
      throw Fault.compile("invalid number of arguments for date: " + arguments.size());
    }
    return Nature.TIME;
  }

  private static Nature take(List<Nature> arguments) {
    count(arguments, 2);
    if (!fits(arguments.getFirst(), Kind.ARRAY)) {
      throw Fault.compile("cannot take from " + arguments.getFirst());
    }
    if (!fits(arguments.getLast(), Kind.INT, Kind.INT64, Kind.DURATION)) {
      throw Fault.compile("cannot take " + arguments.getLast() + " elements");
    }
    return arguments.getFirst().bare();
  }

  private static Nature concat(List<Nature> arguments) {
    if (arguments.isEmpty()) {
      throw Fault.compile("invalid number of arguments (expected at least 1, got 0)");
    }
    for (Nature argument : arguments) {
      if (!fits(argument, Kind.ARRAY)) {
        throw Fault.compile("cannot concat " + argument);
      }
    }
    return Nature.ARRAY;
  }

  private static Fault invalid(String name, Nature argument) {
    return Fault.compile("invalid argument for " + name + " (type " + argument + ")");
  }
}
