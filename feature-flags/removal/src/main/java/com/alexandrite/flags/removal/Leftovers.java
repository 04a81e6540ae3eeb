package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the marks that could not be folded: a text or number is written down where it is
 * used, and so is a truth among other answers. Everything else stands in the way.
 */
final class Leftovers {
  private final Workspace work;

  Leftovers(Workspace work) {
    this.work = work;
  }

  void settle() {
    for (String path : work.javaMentioning("flag$")) {
      work.unit(path).ifPresent(this::settle);
    }
  }

  private void settle(JavaUnit unit) {
    List<Edit> edits = new ArrayList<>();
    for (NameExpr place : Mark.all(unit)) {
      Mark mark = Mark.in(place).orElseThrow();
      Optional<Edit> edit =
          mark.isText()
              ? Optional.of(Literals.edit(unit, place, work.flag(), mark))
              : mark.isBoolean() && isOneAmongOthers(place)
                  ? Optional.of(unit.replace(place, String.valueOf(mark.isOn())))
                  : Optional.empty();
      edit.ifPresentOrElse(edits::add, () -> refuse(unit, place, mark));
    }
    work.edit(unit.path(), edits);
  }

  private static boolean isOneAmongOthers(NameExpr place) {
    return switch (place.getParentNode().orElse(null)) {
      case ReturnStmt told -> returns(told) > 1;
      case YieldStmt _, ConditionalExpr _ -> true;
      case ExpressionStmt statement ->
          statement.getParentNode().filter(SwitchEntry.class::isInstance).isPresent();
      case AssignExpr set -> set.getTarget() instanceof NameExpr name && isLocal(name);
      case VariableDeclarator variable -> isAssignedLater(variable);
      case null, default -> false;
    };
  }

  private static long returns(ReturnStmt told) {
    return told.getParentNode()
        .filter(
            body -> body.getParentNode().filter(MethodDeclaration.class::isInstance).isPresent())
        .map(body -> (long) body.findAll(ReturnStmt.class).size())
        .orElse(2L);
  }

  private static boolean isLocal(NameExpr name) {
    return Scopes.declarations(Scopes.callableAround(name))
        .anyMatch(declared -> declared.name().equals(name.getNameAsString()));
  }

  private static boolean isAssignedLater(VariableDeclarator variable) {
    boolean isField = variable.getParentNode().filter(Expression.class::isInstance).isEmpty();
    Node callable = Scopes.callableAround(variable);
    return !isField && Scopes.isAssigned(callable, variable.getNameAsString());
  }

  private void refuse(JavaUnit unit, NameExpr place, Mark mark) {
    Node parent = place.getParentNode().orElseThrow();
    if (mark.kind() == Mark.Kind.DECISION) {
      work.obstacle(mark, "The reason of the decision is used.", "Take that out first.");
      return;
    }
    switch (parent) {
      case BinaryExpr whole -> refuse(unit, whole, place, mark);
      case VariableDeclarator field -> stored(mark, field.getNameAsString());
      case AssignExpr set -> stored(mark, unit.text(set.getTarget()));
      case MethodCallExpr call -> passed(mark, call.getNameAsString());
      case ObjectCreationExpr created -> passed(mark, created.getTypeAsString());
      case ReturnStmt _ -> told(mark, Scopes.callableAround(place));
      default -> unknown(unit, mark, parent);
    }
  }

  private void refuse(JavaUnit unit, BinaryExpr whole, NameExpr place, Mark mark) {
    Expression other = Nodes.same(whole.getLeft(), place) ? whole.getRight() : whole.getLeft();
    work.obstacle(
        mark,
        "`" + unit.text(other) + "` would not be evaluated any more, and it may change something.",
        "Evaluate it before the condition, or leave it out of it.");
  }

  private void stored(Mark mark, String field) {
    work.obstacle(
        mark,
        "The answer is stored in " + field + ".",
        "Ask the flag where the answer is needed instead.");
  }

  private void passed(Mark mark, String callee) {
    work.obstacle(
        mark,
        "The answer is passed to " + callee + " as an argument.",
        "Ask the flag inside of it, or decide before the call.");
  }

  private void told(Mark mark, Node method) {
    String name =
        method instanceof MethodDeclaration one ? one.getNameAsString() + "(…)" : "A method";
    work.obstacle(
        mark,
        name + " tells others the answer, and not all who ask it can be found.",
        "Make it private, or ask the flag where it is called.");
  }

  private void unknown(JavaUnit unit, Mark mark, Node parent) {
    boolean isLambda = parent.getParentNode().filter(LambdaExpr.class::isInstance).isPresent();
    String code = unit.text(parent).replace(place(mark), "the answer");
    work.obstacle(
        mark,
        isLambda
            ? "A lambda tells the answer."
            : "The answer is used in a way that is not understood: `" + code + "`.",
        "Use it in a condition.");
  }

  private static String place(Mark mark) {
    return mark.toString();
  }
}
