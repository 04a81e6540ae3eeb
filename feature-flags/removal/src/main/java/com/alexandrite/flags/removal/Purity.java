package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an expression may be left out because it only tells something. Of a call that is known by
 * its name: the JDK's questions, and methods of the project that only return such an expression,
 * under every class that has one of that name.
 */
final class Purity {
  private static final Set<String> QUESTIONS =
      Set.of(
          "compareTo",
          "contains",
          "containsKey",
          "endsWith",
          "equals",
          "equalsIgnoreCase",
          "isAfter",
          "isBefore",
          "isBlank",
          "isEmpty",
          "isOn",
          "isPresent",
          "isZero",
          "length",
          "matches",
          "name",
          "of",
          "ordinal",
          "signum",
          "size",
          "startsWith",
          "toString");

  private final Workspace work;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  Purity(Workspace work) {
    this.work = work;
  }

  FinishedFlag flag() {
    return work.flag();
  }

  boolean isPure(Expression expression) {
    return switch (expression) {
      case LiteralExpr _,
          NameExpr _,
          ThisExpr _,
          ClassExpr _,
          LambdaExpr _,
          MethodReferenceExpr _ ->
          true;
      case EnclosedExpr e -> isPure(e.getInner());
      case FieldAccessExpr e -> isPure(e.getScope());
      case ArrayAccessExpr e -> isPure(e.getName()) && isPure(e.getIndex());
      case CastExpr e -> isPure(e.getExpression());
      case InstanceOfExpr e -> isPure(e.getExpression());
      case UnaryExpr e -> !isAssignment(e) && isPure(e.getExpression());
      case BinaryExpr e -> isPure(e.getLeft()) && isPure(e.getRight());
      case ConditionalExpr e ->
          isPure(e.getCondition()) && isPure(e.getThenExpr()) && isPure(e.getElseExpr());
      case ObjectCreationExpr e -> e.getAnonymousClassBody().isEmpty() && arePure(e.getArguments());
      case MethodCallExpr e ->
          e.getScope().map(this::isPure).orElse(true)
              && arePure(e.getArguments())
              && (isContext(e) || isQuestion(e.getNameAsString(), e.getArguments().size()));
      default -> false;
    };
  }

  /** Building a flag's context changes nothing. */
  private static boolean isContext(MethodCallExpr call) {
    return call.getNameAsString().equals("with")
        && call.getScope()
            .filter(scope -> scope.toString().startsWith("EvaluationContext"))
            .isPresent();
  }

  private boolean arePure(List<Expression> expressions) {
    return expressions.stream().allMatch(this::isPure);
  }

  private static boolean isAssignment(UnaryExpr unary) {
    return unary.isPrefix() ? unary.getOperator().asString().length() == 2 : unary.isPostfix();
  }

  private boolean isQuestion(String name, int arguments) {
    String signature = name + "/" + arguments;
    Boolean answer = known.get(signature);
    if (answer == null) {
      // A method that leads back to itself is not a question.
      answer = asked.add(signature) && isQuestionByItsBody(name, arguments);
      known.put(signature, answer);
    }
    return answer;
  }

  private boolean isQuestionByItsBody(String name, int arguments) {
    boolean found = QUESTIONS.contains(name);
    for (String path : work.javaMentioning(name)) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit == null) {
        return false;
      }
      for (MethodDeclaration method : unit.all(MethodDeclaration.class)) {
        if (method.getNameAsString().equals(name) && method.getParameters().size() == arguments) {
          found = true;
          if (!onlyTells(method)) {
            return false;
          }
        }
      }
      found |= arguments == 0 && isComponent(unit, name);
    }
    return found;
  }

  private boolean onlyTells(MethodDeclaration method) {
    List<Statement> body =
        method
            .getBody()
            .map(block -> List.<Statement>copyOf(block.getStatements()))
            .orElse(List.of());
    return body.size() == 1
        && body.getFirst() instanceof ReturnStmt told
        && told.getExpression().filter(this::isPure).isPresent();
  }

  private static boolean isComponent(JavaUnit unit, String name) {
    return unit.all(RecordDeclaration.class).stream()
        .flatMap(record -> record.getParameters().stream())
        .anyMatch(component -> component.getNameAsString().equals(name));
  }
}
