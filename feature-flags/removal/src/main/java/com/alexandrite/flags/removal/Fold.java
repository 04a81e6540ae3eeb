package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Optional;

/** Takes the smallest next step from a mark: folds the code right around it. */
final class Fold {
  private final JavaUnit unit;
  private final NameExpr place;
  private final Mark mark;
  private final Purity purity;

  Fold(JavaUnit unit, NameExpr place, Purity purity) {
    this.unit = unit;
    this.place = place;
    this.mark = Mark.in(place).orElseThrow();
    this.purity = purity;
  }

  /** The step; empty when the mark has to stay where it is. */
  Optional<List<Edit>> step() {
    return switch (place.getParentNode().orElse(null)) {
      case EnclosedExpr parentheses -> one(unit.replace(parentheses, mark.toString()));
      case UnaryExpr unary when mark.isBoolean() -> negation(unary);
      case BinaryExpr binary -> new Conditions(unit, purity).fold(binary, place, mark);
      case ConditionalExpr choice
          when mark.isBoolean() && Nodes.same(choice.getCondition(), place) ->
          one(
              Expressions.replace(
                  unit, choice, mark.isOn() ? choice.getThenExpr() : choice.getElseExpr()));
      case MethodCallExpr call -> new Answers(unit, purity.flag()).fold(call, place, mark);
      case IfStmt branch when mark.isBoolean() ->
          Optional.of(new Branches(unit).fold(branch, mark));
      case WhileStmt loop when mark.isBoolean() && !mark.isOn() ->
          Optional.of(new Branches(unit).drop(loop));
      case SwitchStmt choice when mark.isText() && Nodes.same(choice.getSelector(), place) ->
          new Switches(unit, purity.flag()).fold(choice, mark);
      case SwitchExpr choice when mark.isText() && Nodes.same(choice.getSelector(), place) ->
          new Switches(unit, purity.flag()).fold(choice, mark);
      case VariableDeclarator variable -> new Locals(unit, purity.flag()).fold(variable, mark);
      case null, default -> Optional.empty();
    };
  }

  private Optional<List<Edit>> negation(UnaryExpr unary) {
    return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        ? one(unit.replace(unary, mark.with(!mark.isOn()).toString()))
        : Optional.empty();
  }

  static Optional<List<Edit>> one(Edit edit) {
    return Optional.of(List.of(edit));
  }
}
