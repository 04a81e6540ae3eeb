package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Local names: where they are declared and used. */
final class Scopes {
  private Scopes() {}

  /** A local variable, parameter or pattern variable. */
  record Declared(String name, Node node) {}

  /** The method, constructor or initializer around a node; the whole file when there is none. */
  static Node callableAround(Node node) {
    Node at = node;
    while (!(at instanceof CallableDeclaration<?>) && !(at instanceof InitializerDeclaration)) {
      if (at.getParentNode().isEmpty()) {
        return at;
      }
      at = at.getParentNode().get();
    }
    return at;
  }

  static Stream<Declared> declarations(Node within) {
    Stream<Declared> variables =
        within.findAll(VariableDeclarator.class).stream()
            .map(one -> new Declared(one.getNameAsString(), one));
    Stream<Declared> parameters =
        within.findAll(Parameter.class).stream()
            .map(one -> new Declared(one.getNameAsString(), one));
    Stream<Declared> patterns =
        within.findAll(TypePatternExpr.class).stream()
            .map(one -> new Declared(one.getNameAsString(), one));
    return Stream.of(variables, parameters, patterns).flatMap(all -> all);
  }

  /** Names of the variables that these statements declare for the ones after them. */
  static List<String> declaredIn(List<Statement> statements) {
    return statements.stream()
        .filter(ExpressionStmt.class::isInstance)
        .map(statement -> ((ExpressionStmt) statement).getExpression())
        .filter(VariableDeclarationExpr.class::isInstance)
        .flatMap(declaration -> ((VariableDeclarationExpr) declaration).getVariables().stream())
        .map(VariableDeclarator::getNameAsString)
        .toList();
  }

  static List<NameExpr> uses(Node within, String name) {
    return within.findAll(NameExpr.class, use -> use.getNameAsString().equals(name));
  }

  static boolean isAssigned(Node within, String name) {
    boolean assigned =
        within.findFirst(AssignExpr.class, set -> isName(set.getTarget(), name)).isPresent();
    return assigned
        || within
            .findFirst(
                UnaryExpr.class,
                unary ->
                    isName(unary.getExpression(), name)
                        && (unary.isPostfix() || unary.getOperator().asString().length() == 2))
            .isPresent();
  }

  private static boolean isName(Expression expression, String name) {
    return expression instanceof NameExpr use && use.getNameAsString().equals(name);
  }
}
