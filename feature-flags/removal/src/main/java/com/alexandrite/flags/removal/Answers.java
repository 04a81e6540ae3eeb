package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds calls on an answer: a decision's value and variant, a text's {@code equals}. */
final class Answers {
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9_.]+(?:[eE]-?[0-9]+)?)[lLdDfF]?");

  private final JavaUnit unit;
  private final FinishedFlag flag;

  Answers(JavaUnit unit, FinishedFlag flag) {
    this.unit = unit;
    this.flag = flag;
  }

  Optional<List<Edit>> fold(MethodCallExpr call, NameExpr place, Mark mark) {
    boolean isScope = Nodes.isScope(place, call);
    if (mark.kind() == Mark.Kind.DECISION) {
      return isScope ? told(call, mark) : Optional.empty();
    }
    return mark.isText() && isEquals(call) ? compared(call, isScope, mark) : Optional.empty();
  }

  private Optional<List<Edit>> told(MethodCallExpr call, Mark decision) {
    return switch (call.getNameAsString()) {
      case "value" -> Fold.one(unit.replace(call, answer(flag, decision.question()).toString()));
      case "variant" ->
          Fold.one(unit.replace(call, new Mark(Mark.Kind.VARIANT, decision.question()).toString()));
      default -> Optional.empty();
    };
  }

  /** The mark of the flag's value. */
  static Mark answer(FinishedFlag flag, int question) {
    return flag.value() instanceof Boolean on
        ? Mark.bool(on, question)
        : new Mark(Mark.Kind.VALUE, question);
  }

  private static boolean isEquals(MethodCallExpr call) {
    return call.getNameAsString().equals("equals")
        && call.getScope().isPresent()
        && call.getArguments().size() == 1;
  }

  private Optional<List<Edit>> compared(MethodCallExpr equals, boolean isScope, Mark mark) {
    Expression other = isScope ? equals.getArgument(0) : equals.getScope().orElseThrow();
    return constant(other)
        .map(text -> unit.replace(equals, mark.with(text.equals(text(flag, mark))).toString()))
        .map(List::of);
  }

  /** The text that a mark of a text stands for. */
  static String text(FinishedFlag flag, Mark mark) {
    return mark.kind() == Mark.Kind.VARIANT ? flag.kept() : flag.value().toString();
  }

  static Optional<String> constant(Expression expression) {
    return switch (expression) {
      case StringLiteralExpr text -> Optional.of(text.asString());
      case TextBlockLiteralExpr text -> Optional.of(text.asString());
      case NameExpr name -> constantNamed(name);
      default -> Optional.empty();
    };
  }

  /** The text of a {@code static final} field of the same file. */
  private static Optional<String> constantNamed(NameExpr name) {
    return name.findCompilationUnit().stream()
        .flatMap(file -> file.findAll(FieldDeclaration.class).stream())
        .filter(field -> field.isStatic() && field.isFinal())
        .flatMap(field -> field.getVariables().stream())
        .filter(field -> field.getNameAsString().equals(name.getNameAsString()))
        .flatMap(field -> field.getInitializer().stream())
        .filter(LiteralStringValueExpr.class::isInstance)
        .flatMap(text -> constant(text).stream())
        .findFirst();
  }

  /** Whether two literals are the same number; empty when one is none. */
  static Optional<Boolean> sameNumber(String one, String other) {
    return number(one).flatMap(first -> number(other).map(second -> first.compareTo(second) == 0));
  }

  private static Optional<BigDecimal> number(String literal) {
    Matcher matcher = NUMBER.matcher(literal);
    return matcher.matches()
        ? Optional.of(new BigDecimal(matcher.group(1).replace("_", "")))
        : Optional.empty();
  }
}
