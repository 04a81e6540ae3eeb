package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.Optional;

/**
 * Takes the flag's state out of tests: a line that sets the kept state goes, and with a line that
 * sets another one goes the whole test, since it is about code that is no longer there.
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
      Optional<Edit> edit = setting(constant).flatMap(call -> edit(unit, call));
      if (edit.isPresent()) {
        work.edit(unit.path(), java.util.List.of(edit.get()));
        return true;
      }
    }
    return false;
  }

  /** The call that sets the flag's state: its arguments are the flag and a literal. */
  private static Optional<MethodCallExpr> setting(Node constant) {
    return constant
        .getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(
            call -> call.getArguments().size() == 2 && Nodes.same(call.getArgument(0), constant))
        .filter(call -> state(call.getArgument(1)).isPresent());
  }

  private static Optional<String> state(Expression argument) {
    return argument instanceof BooleanLiteralExpr on
        ? Optional.of(String.valueOf(on.getValue()))
        : Answers.constant(argument).or(() -> number(argument));
  }

  private static Optional<String> number(Expression argument) {
    return argument.isLiteralExpr() && Answers.sameNumber("0", argument.toString()).isPresent()
        ? Optional.of(argument.toString())
        : Optional.empty();
  }

  private Optional<Edit> edit(JavaUnit unit, MethodCallExpr call) {
    if (!isKept(state(call.getArgument(1)).orElseThrow())) {
      return test(call).map(test -> withoutTest(unit, test));
    }
    if (call.getScope().filter(MethodCallExpr.class::isInstance).isPresent()
        || call.getScope().filter(Expression::isObjectCreationExpr).isPresent()) {
      return Optional.of(unit.replace(call, unit.text(call.getScope().get())));
    }
    return call.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .map(unit::remove)
        .or(() -> chained(unit, call));
  }

  /** {@code flags.set(KEY, true).set(OTHER, false)} begins with its variable. */
  private static Optional<Edit> chained(JavaUnit unit, MethodCallExpr call) {
    boolean isChained =
        call.getParentNode()
            .filter(parent -> parent instanceof MethodCallExpr next && Nodes.isScope(call, next))
            .isPresent();
    return call.getScope()
        .filter(scope -> isChained && scope instanceof NameExpr name && isVariable(name))
        .map(scope -> unit.replace(call, unit.text(scope)));
  }

  private static boolean isVariable(NameExpr name) {
    return Character.isLowerCase(name.getNameAsString().charAt(0));
  }

  private boolean isKept(String state) {
    FinishedFlag flag = work.flag();
    return state.equals(flag.kept())
        || state.equals(flag.value().toString())
        || Answers.sameNumber(flag.literal(), state).orElse(false);
  }

  private static Optional<MethodDeclaration> test(Node call) {
    Node callable = Scopes.callableAround(call);
    return callable instanceof MethodDeclaration method && Tests.isTest(method)
        ? Optional.of(method)
        : Optional.empty();
  }

  private Edit withoutTest(JavaUnit unit, MethodDeclaration test) {
    work.note(
        "The test %s.%s is out: it needs the flag in another state."
            .formatted(Calls.typeAround(test).getNameAsString(), test.getNameAsString()));
    return unit.remove(test);
  }

  private void deleteWhenEmpty(String path) {
    boolean hasTests = work.unit(path).filter(Tests::hasTest).isPresent();
    boolean hadTests = JavaUnit.of(path, work.textBefore(path)).filter(Tests::hasTest).isPresent();
    if (hadTests && !hasTests) {
      work.delete(path);
    }
  }
}
