package com.alexandrite.flags.removal;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Optional;

/** Folds {@code &&}, {@code ||} and comparisons of which one side is the flag. */
final class Conditions {
  private final JavaUnit unit;
  private final Purity purity;

  Conditions(JavaUnit unit, Purity purity) {
    this.unit = unit;
    this.purity = purity;
  }

  Optional<List<Edit>> fold(BinaryExpr whole, NameExpr place, Mark mark) {
    Expression other = Nodes.same(whole.getLeft(), place) ? whole.getRight() : whole.getLeft();
    return switch (whole.getOperator()) {
      case AND, OR -> mark.isBoolean() ? logical(whole, other, mark) : Optional.empty();
      case EQUALS -> compared(whole, other, mark, true);
      case NOT_EQUALS -> compared(whole, other, mark, false);
      default -> Optional.empty();
    };
  }

  private Optional<List<Edit>> logical(BinaryExpr whole, Expression other, Mark mark) {
    boolean isDecided = (whole.getOperator() == BinaryExpr.Operator.OR) == mark.isOn();
    if (!isDecided) {
      return Fold.one(Expressions.replace(unit, whole, other));
    }
    // What stands on the right is not evaluated either way; what stands on the left is.
    return Nodes.same(other, whole.getRight()) || purity.isPure(other)
        ? Fold.one(unit.replace(whole, mark.toString()))
        : Optional.empty();
  }

  private Optional<List<Edit>> compared(
      BinaryExpr whole, Expression other, Mark mark, boolean equal) {
    if (mark.isBoolean() && other instanceof BooleanLiteralExpr literal) {
      return becomes(whole, mark, (literal.getValue() == mark.isOn()) == equal);
    }
    boolean isLiteral = other.isLiteralExpr() && !other.isNullLiteralExpr();
    if (mark.kind() == Mark.Kind.VALUE && isLiteral && !(other instanceof StringLiteralExpr)) {
      Optional<Boolean> same = Answers.sameNumber(purity.flag().literal(), unit.text(other));
      return same.flatMap(is -> becomes(whole, mark, is == equal));
    }
    return Optional.empty();
  }

  private Optional<List<Edit>> becomes(BinaryExpr whole, Mark mark, boolean truth) {
    return Fold.one(unit.replace(whole, mark.with(truth).toString()));
  }
}
