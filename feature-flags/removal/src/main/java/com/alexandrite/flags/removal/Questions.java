package com.alexandrite.flags.removal;

import com.alexandrite.flags.removal.Mark.Kind;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a mark in the place of each question for the flag. Saying for whom it is asked changes
 * nothing, so that part goes without a look at it.
 */
final class Questions {
  private static final String CATALOGUE = "Features";

  private final Workspace work;

  Questions(Workspace work) {
    this.work = work;
  }

  void mark() {
    for (String path : work.javaMentioning(work.flag().constant())) {
      work.unit(path).ifPresent(this::mark);
    }
    for (String path : work.javaMentioning('"' + work.flag().flag().key() + '"')) {
      work.unit(path).filter(unit -> !unit.isTest()).ifPresent(this::refuseKeys);
    }
  }

  private void mark(JavaUnit unit) {
    List<Edit> edits = new ArrayList<>();
    for (Node constant : constants(unit)) {
      Optional<MethodCallExpr> question = question(constant);
      if (question.isPresent()) {
        MethodCallExpr call = question.get();
        Mark mark = new Mark(kind(call), work.question(unit.path(), unit.line(constant)));
        edits.add(unit.replace(call, mark.toString()));
      } else {
        work.obstacle(
            unit.path(),
            unit.line(constant),
            unit.text(constant) + " is used otherwise than to ask the flag.",
            "Ask the flag where its answer is needed: flags.isOn(" + unit.text(constant) + ", …).");
      }
    }
    work.edit(unit.path(), edits);
  }

  /** Every mention of the flag's constant: {@code Features.KEY}, or {@code KEY} imported. */
  static List<Node> constants(JavaUnit unit, String constant) {
    List<Node> found = new ArrayList<>();
    for (FieldAccessExpr field : unit.all(FieldAccessExpr.class)) {
      Expression scope = field.getScope();
      if (field.getNameAsString().equals(constant) && unit.text(scope).endsWith(CATALOGUE)) {
        found.add(field);
      }
    }
    if (isImported(unit, constant)) {
      unit.all(NameExpr.class).stream()
          .filter(name -> name.getNameAsString().equals(constant))
          .forEach(found::add);
    }
    return found;
  }

  private List<Node> constants(JavaUnit unit) {
    return constants(unit, work.flag().constant());
  }

  private static boolean isImported(JavaUnit unit, String constant) {
    return unit.tree().getImports().stream()
        .filter(one -> one.isStatic())
        .map(one -> one.getNameAsString())
        .anyMatch(name ->
            name.endsWith("." + CATALOGUE + "." + constant) || name.endsWith("." + CATALOGUE));
  }

  /** The call that asks, when the constant is its first argument of two. */
  private static Optional<MethodCallExpr> question(Node constant) {
    return constant
        .getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(
            call -> call.getArguments().size() == 2 && Nodes.same(call.getArgument(0), constant))
        .filter(call -> List.of("isOn", "value", "decide").contains(call.getNameAsString()));
  }

  private Kind kind(MethodCallExpr question) {
    if (question.getNameAsString().equals("decide")) {
      return Kind.DECISION;
    }
    return answer();
  }

  private Kind answer() {
    return work.flag().value() instanceof Boolean on ? (on ? Kind.ON : Kind.OFF) : Kind.VALUE;
  }

  private void refuseKeys(JavaUnit unit) {
    String key = work.flag().flag().key();
    for (StringLiteralExpr text : unit.all(StringLiteralExpr.class)) {
      if (text.asString().equals(key)) {
        work.obstacle(
            unit.path(),
            unit.line(text),
            "The flag is named by its key \"" + key + "\".",
            "Take the place that needs the key out, or ask for the flag by its constant.");
      }
    }
  }
}
