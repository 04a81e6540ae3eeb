package com.alexandrite.flags.removal;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lines that put something into a page's model which no page of the module shows any more. */
final class DeadAttributes implements DeadCode.Rule {
  private final Workspace work;
  private final Purity purity;

  DeadAttributes(Workspace work, Purity purity) {
    this.work = work;
    this.purity = purity;
  }

  @Override
  public boolean removedOne(JavaUnit unit, Usage usage) {
    Optional<ExpressionStmt> dead =
        unit.isTest()
            ? Optional.empty()
            : unit.all(ExpressionStmt.class).stream()
                .filter(statement -> isDead(unit, statement))
                .findFirst();
    dead.ifPresent(statement -> work.edit(unit.path(), List.of(unit.remove(statement))));
    return dead.isPresent();
  }

  private boolean isDead(JavaUnit unit, ExpressionStmt statement) {
    return statement.getExpression() instanceof MethodCallExpr call
        && call.getNameAsString().equals("addAttribute")
        && call.getArguments().size() == 2
        && call.getScope().filter(scope -> scope.isNameExpr()).isPresent()
        && Answers.constant(call.getArgument(0)).filter(name -> isGone(unit, name)).isPresent()
        && purity.isPure(call.getArgument(1));
  }

  private boolean isGone(JavaUnit unit, String attribute) {
    return isShown(unit, attribute, work::textBefore) && !isShown(unit, attribute, work::text);
  }

  private boolean isShown(JavaUnit unit, String attribute, UnaryOperator<String> text) {
    return work.paths().stream()
        .filter(path -> path.endsWith(".html") && path.startsWith(Pages.module(unit.path())))
        .flatMap(path -> Html.elements(text.apply(path)).stream())
        .flatMap(element -> element.attributes().stream())
        .anyMatch(one -> TemplateExpression.mentions(one.value(), attribute));
  }
}
