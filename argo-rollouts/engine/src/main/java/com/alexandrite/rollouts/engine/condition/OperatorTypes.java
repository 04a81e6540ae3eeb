package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Nature.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which operands an operator takes, and what comes out. */
final class OperatorTypes {

  private OperatorTypes() {}

  static Nature unary(String operator, Nature operand) {
    boolean not = operator.equals("!") || operator.equals("not");
    if (operand.unknown()) {
      return not ? Nature.BOOL : Nature.UNKNOWN;
    }
    if (not ? operand.is(Kind.BOOL) : operand.number()) {
      return operand;
    }
    throw Fault.compile("invalid operation: " + operator + " (mismatched type " + operand + ")");
  }

  static Nature binary(String operator, Nature left, Nature right) {
    Nature result =
        switch (operator) {
          case "==", "!=" -> left.comparableTo(right) ? Nature.BOOL : null;
          case "or", "||", "and", "&&" -> same(left, right, Nature.BOOL, Kind.BOOL);
          case "<", ">", ">=", "<=" -> ordered(left, right);
          case "+" -> plus(left, right);
          case "-" -> minus(left, right);
          case "*" -> times(left, right);
          case "/", "**", "^" -> numbers(left, right) ? Nature.FLOAT : null;
          case "%" -> integers(left, right) ? Nature.INT : null;
          case ".." -> integers(left, right) ? Nature.arrayOf(Nature.INT) : null;
          case "in" -> in(left, right);
          case "matches" -> matches(left, right);
          case "contains", "startsWith", "endsWith" -> same(left, right, Nature.BOOL, Kind.STRING);
          case "??" -> coalesce(left, right);
          default -> throw Fault.compile("unknown operator (" + operator + ")");
        };
    if (result == null) {
      throw Fault.compile(
          "invalid operation: %s (mismatched types %s and %s)".formatted(operator, left, right));
    }
    return result;
  }

  /** Both of one of the kinds, or one of them with the other unknown. */
  private static @Nullable Nature same(Nature left, Nature right, Nature result, Kind... kinds) {
    boolean fits =
        Arrays.stream(kinds).anyMatch(kind -> left.is(kind) && right.is(kind))
            || maybe(left, right, kinds);
    return fits ? result : null;
  }

  private static boolean maybe(Nature left, Nature right, Kind... kinds) {
    return left.unknown()
        ? right.unknown() || isOneOf(right, kinds)
        : right.unknown() && isOneOf(left, kinds);
  }

  private static boolean isOneOf(Nature nature, Kind... kinds) {
    return Arrays.asList(kinds).contains(nature.kind());
  }

  private static boolean numbers(Nature left, Nature right) {
    boolean l = left.number() || left.unknown();
    return l && (right.number() || right.unknown());
  }

  private static boolean integers(Nature left, Nature right) {
    boolean l = left.integer() || left.unknown();
    return l && (right.integer() || right.unknown());
  }

  private static @Nullable Nature ordered(Nature left, Nature right) {
    return numbers(left, right)
        ? Nature.BOOL
        : same(left, right, Nature.BOOL, Kind.STRING, Kind.TIME, Kind.DURATION);
  }

  private static Nature promoted(Nature left, Nature right) {
    if (left.unknown() || right.unknown()) {
      return Nature.UNKNOWN;
    }
    return left.is(Kind.FLOAT) || right.is(Kind.FLOAT) ? Nature.FLOAT : Nature.INT;
  }

  private static @Nullable Nature plus(Nature left, Nature right) {
    if (numbers(left, right)) {
      return promoted(left, right);
    }
    boolean later = left.is(Kind.TIME) && right.is(Kind.DURATION);
    if (later || (left.is(Kind.DURATION) && right.is(Kind.TIME))) {
      return Nature.TIME;
    }
    if (left.is(Kind.STRING) && right.is(Kind.STRING)) {
      return Nature.STRING;
    }
    if (left.is(Kind.DURATION) && right.is(Kind.DURATION)) {
      return Nature.DURATION;
    }
    return maybe(left, right, Kind.STRING, Kind.TIME, Kind.DURATION) ? Nature.UNKNOWN : null;
  }

  private static @Nullable Nature minus(Nature left, Nature right) {
    if (numbers(left, right)) {
      return promoted(left, right);
    }
    if (left.is(Kind.TIME) && right.is(Kind.TIME)) {
      return Nature.DURATION;
    }
    if (right.is(Kind.DURATION) && (left.is(Kind.TIME) || left.is(Kind.DURATION))) {
      return left;
    }
    return maybe(left, right, Kind.TIME, Kind.DURATION) ? Nature.UNKNOWN : null;
  }

  private static @Nullable Nature times(Nature left, Nature right) {
    if (numbers(left, right)) {
      return promoted(left, right);
    }
    boolean l = left.number() || left.is(Kind.DURATION);
    if (l && (right.number() || right.is(Kind.DURATION))) {
      return Nature.DURATION;
    }
    return maybe(left, right, Kind.DURATION) ? Nature.UNKNOWN : null;
  }

  private static @Nullable Nature in(Nature needle, Nature hay) {
    if (hay.is(Kind.MAP)) {
      Nature key = hay.key() == null ? Nature.UNKNOWN : hay.key();
      if (!needle.unknown() && !needle.assignableTo(key)) {
        throw Fault.compile("cannot use " + needle + " as type " + key + " in map key");
      }
      return Nature.BOOL;
    }
    if (hay.is(Kind.ARRAY)) {
      if (!needle.comparableTo(hay.elements())) {
        throw Fault.compile("cannot use " + needle + " as type " + hay.elements() + " in array");
      }
      return Nature.BOOL;
    }
    boolean text = needle.unknown() && hay.is(Kind.STRING);
    return hay.unknown() || text ? Nature.BOOL : null;
  }

  private static @Nullable Nature matches(Nature left, Nature right) {
    boolean bytes = left.type().equals(Nature.BYTES.type()) && right.is(Kind.STRING);
    return bytes ? Nature.BOOL : same(left, right, Nature.BOOL, Kind.STRING);
  }

  private static Nature coalesce(Nature left, Nature right) {
    if (left.nil()) {
      return right;
    }
    return right.nil() || right.assignableTo(left) ? left : Nature.UNKNOWN;
  }
}
