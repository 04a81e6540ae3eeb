package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import java.util.Optional;

/** Local variables that nothing reads any more. */
final class DeadLocals implements DeadCode.Rule {
  private final Workspace work;
  private final Purity purity;

  DeadLocals(Workspace work, Purity purity) {
    this.work = work;
    this.purity = purity;
  }

  @Override
  public boolean removedOne(JavaUnit unit, Usage usage) {
    for (VariableDeclarator variable : unit.all(VariableDeclarator.class)) {
      Optional<ExpressionStmt> statement = statement(variable);
      if (statement.isPresent() && isDead(variable, statement.get(), usage)) {
        work.edit(unit.path(), List.of(edit(unit, variable, statement.get())));
        return true;
      }
    }
    return false;
  }

  private static Optional<ExpressionStmt> statement(VariableDeclarator variable) {
    return variable
        .getParentNode()
        .filter(
            node -> node instanceof VariableDeclarationExpr one && one.getVariables().size() == 1)
        .flatMap(Node::getParentNode)
        .filter(ExpressionStmt.class::isInstance)
        .map(ExpressionStmt.class::cast);
  }

  private static boolean isDead(
      VariableDeclarator variable, ExpressionStmt statement, Usage usage) {
    String name = variable.getNameAsString();
    Node block = statement.getParentNode().orElseThrow();
    return usage.hasFallen(name) && Scopes.uses(block, name).isEmpty();
  }

  private static boolean isStatement(Expression expression) {
    return expression.isMethodCallExpr() || expression.isObjectCreationExpr();
  }

  /** What computed it stays when it may do more than compute. */
  private Edit edit(JavaUnit unit, VariableDeclarator variable, ExpressionStmt statement) {
    Expression computed = variable.getInitializer().orElse(null);
    boolean mayGo =
        computed == null
            || variable.getTypeAsString().equals("EvaluationContext")
            || purity.isPure(computed);
    return computed == null || mayGo || !isStatement(computed)
        ? unit.remove(statement)
        : unit.replace(statement, unit.text(computed) + ";");
  }
}
