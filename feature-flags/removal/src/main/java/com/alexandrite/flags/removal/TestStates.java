package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Takes the flag's state out of tests. A line that sets the kept state goes. What a test does in
 * another state goes up to where it sets the kept one; when it never does, the whole test goes,
 * since it is about code that is no longer there; and so does a test that asks the flag itself.
 */
final class TestStates {
  private final Workspace work;

  TestStates(Workspace work) {
    this.work = work;
  }

  void remove() {
    for (String path : work.javaMentioning(work.flag().constant())) {
      while (work.unit(path).filter(JavaUnit::isTest).filter(this::removedOne).isPresent()) {
        deleteWhenEmpty(path);
      }
    }
  }

  private boolean removedOne(JavaUnit unit) {
    for (Node constant : Questions.constants(unit, work.flag().constant())) {
      Optional<Edit> edit =
          setting(constant)
              .map(call -> edit(unit, call))
              .orElseGet(() -> test(constant).map(test -> withoutQuestion(unit, test, constant)));
      if (edit.isPresent()) {
        work.edit(unit.path(), List.of(edit.get()));
        return true;
      }
    }
    return false;
  }

  /** The call that sets the flag's state: of the flag and a literal, or named on or off. */
  private static Optional<MethodCallExpr> setting(Node constant) {
    return constant
        .getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> Nodes.same(call.getArguments().getFirst().orElse(null), constant))
        .filter(call -> state(call).isPresent());
  }

  private static Optional<String> state(MethodCallExpr call) {
    String name = call.getNameAsString();
    return switch (call.getArguments().size()) {
      case 1 -> name.equals("on") || name.equals("off") ? Optional.of(name) : Optional.empty();
      case 2 -> literal(call.getArgument(1));
      default -> Optional.empty();
    };
  }

  private static Optional<String> literal(Expression argument) {
    if (argument instanceof BooleanLiteralExpr on) {
      return Optional.of(String.valueOf(on.getValue()));
    }
    boolean isNumber =
        argument.isLiteralExpr() && Answers.sameNumber("0", argument.toString()).isPresent();
    return isNumber ? Optional.of(argument.toString()) : Answers.constant(argument);
  }

  private Optional<Edit> edit(JavaUnit unit, MethodCallExpr call) {
    if (!isKept(call)) {
      return test(call).map(test -> withoutState(unit, test, call));
    }
    if (call.getScope().filter(scope -> isValue(scope)).isPresent()) {
      return Optional.of(unit.replace(call, unit.text(call.getScope().get())));
    }
    Node parent = call.getParentNode().orElseThrow();
    if (parent instanceof ExpressionStmt) {
      return Optional.of(unit.remove(parent));
    }
    boolean isChained = parent instanceof MethodCallExpr next && Nodes.isScope(call, next);
    return call.getScope()
        .filter(scope -> isChained && isVariable(scope))
        .map(scope -> unit.replace(call, unit.text(scope)));
  }

  private static boolean isValue(Expression scope) {
    return scope.isMethodCallExpr() || scope.isObjectCreationExpr();
  }

  private static boolean isVariable(Expression scope) {
    return scope instanceof NameExpr name
        && Character.isLowerCase(name.getNameAsString().charAt(0));
  }

  private boolean isKept(MethodCallExpr setting) {
    FinishedFlag flag = work.flag();
    String state = state(setting).orElse("");
    return state.equals(flag.kept())
        || state.equals(flag.value().toString())
        || Answers.sameNumber(flag.literal(), state).orElse(false);
  }

  private static Optional<MethodDeclaration> test(Node call) {
    return Scopes.callableAround(call) instanceof MethodDeclaration method && Tests.isTest(method)
        ? Optional.of(method)
        : Optional.empty();
  }

  private Edit withoutState(JavaUnit unit, MethodDeclaration test, MethodCallExpr setting) {
    String name = Calls.typeAround(test).getNameAsString() + "." + test.getNameAsString();
    Optional<Edit> part = part(unit, test, setting);
    part.ifPresent(_ -> work.note("The test " + name + " has lost what it did in another state."));
    return part.orElseGet(() -> withoutTest(unit, test));
  }

  /** Without the one line that asks the flag, when the test has other lines that assert. */
  private Edit withoutQuestion(JavaUnit unit, MethodDeclaration test, Node constant) {
    List<ExpressionStmt> assertions =
        test.findAll(ExpressionStmt.class, one -> unit.text(one).startsWith("assert"));
    return assertions.stream()
        .filter(one -> Nodes.isIn(constant, one) && assertions.size() > 1)
        .findFirst()
        .map(unit::remove)
        .orElseGet(() -> withoutTest(unit, test));
  }

  private Edit withoutTest(JavaUnit unit, MethodDeclaration test) {
    String name = Calls.typeAround(test).getNameAsString() + "." + test.getNameAsString();
    work.note("The test " + name + " is out: it is about the flag or another state of it.");
    return unit.remove(test);
  }

  /** From the line that sets another state to the one that sets the kept state. */
  private Optional<Edit> part(JavaUnit unit, MethodDeclaration test, MethodCallExpr setting) {
    List<Statement> all =
        test.getBody().map(body -> List.<Statement>copyOf(body.getStatements())).orElse(List.of());
    int from = index(all, setting);
    int to = from < 0 ? -1 : next(unit, all, from);
    if (to < 0 || isUsed(all.subList(from, to), all.subList(to, all.size()))) {
      return Optional.empty();
    }
    return Optional.of(
        Edit.removal(unit.text(), unit.startWithComment(all.get(from)), unit.end(all.get(to - 1))));
  }

  private static int index(List<Statement> statements, MethodCallExpr setting) {
    for (int at = 0; at < statements.size(); at++) {
      if (statements.get(at) instanceof ExpressionStmt one
          && Nodes.same(one.getExpression(), setting)) {
        return at;
      }
    }
    return -1;
  }

  private int next(JavaUnit unit, List<Statement> statements, int after) {
    List<Node> constants = Questions.constants(unit, work.flag().constant());
    for (int at = after + 1; at < statements.size(); at++) {
      Statement statement = statements.get(at);
      boolean sets =
          constants.stream()
              .flatMap(constant -> setting(constant).stream())
              .anyMatch(call -> isKept(call) && Nodes.isIn(call, statement));
      if (sets) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isUsed(List<Statement> gone, List<Statement> left) {
    return Scopes.declaredIn(gone).stream()
        .anyMatch(name -> left.stream().anyMatch(one -> !Scopes.uses(one, name).isEmpty()));
  }

  private void deleteWhenEmpty(String path) {
    boolean hasTests = work.unit(path).filter(Tests::hasTest).isPresent();
    boolean hadTests = work.unitBefore(path).filter(Tests::hasTest).isPresent();
    if (hadTests && !hasTests) {
      work.delete(path);
    }
  }
}
