package com.alexandrite.flags.removal;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;

/** Writes the kept variant down where its value is used. */
final class Literals {
  private Literals() {}

  static Edit edit(JavaUnit unit, NameExpr place, FinishedFlag flag, Mark mark) {
    if (mark.kind() == Mark.Kind.VARIANT) {
      return unit.replace(place, JavaText.literal(flag.kept()));
    }
    boolean isNumber = flag.value() instanceof Number;
    return isNumber
            && place.getParentNode().orElse(null) instanceof MethodCallExpr call
            && Nodes.isScope(place, call)
        ? number(unit, call, place, (Number) flag.value(), flag.literal())
        : unit.replace(place, flag.literal());
  }

  /** A number cannot be called; {@code 64.0.intValue()} is 64. */
  private static Edit number(
      JavaUnit unit, MethodCallExpr call, NameExpr place, Number value, String literal) {
    return switch (call.getNameAsString()) {
      case "intValue" -> unit.replace(call, String.valueOf(value.intValue()));
      case "longValue" -> unit.replace(call, value.longValue() + "L");
      case "doubleValue" -> unit.replace(call, String.valueOf(value.doubleValue()));
      default ->
          unit.replace(place, value.getClass().getSimpleName() + ".valueOf(" + literal + ")");
    };
  }
}
