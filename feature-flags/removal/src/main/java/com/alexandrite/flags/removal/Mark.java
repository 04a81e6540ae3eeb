package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in the code where the flag was asked, as a name that no person writes, until the code
 * around it is folded. So that nothing else in the code is ever folded, and a refusal can tell
 * where the question was.
 *
 * @param question number of the question, an index into {@link Workspace#question}
 */
record Mark(Kind kind, int question) {
  private static final Pattern NAME =
      Pattern.compile("flag\\$(on|off|value|variant|decision)\\$(\\d+)");

  /** What is known at the place. */
  enum Kind {
    /** True. */
    ON,
    /** False. */
    OFF,
    /** The text or number of the kept variant. */
    VALUE,
    /** The name of the kept variant. */
    VARIANT,
    /** The answer with its reason. */
    DECISION
  }

  static Mark bool(boolean value, int question) {
    return new Mark(value ? Kind.ON : Kind.OFF, question);
  }

  static Optional<Mark> in(Node node) {
    return node instanceof NameExpr name ? of(name.getNameAsString()) : Optional.empty();
  }

  static Optional<Mark> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new Mark(
                Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  static List<NameExpr> all(JavaUnit unit) {
    return unit.all(NameExpr.class).stream().filter(name -> in(name).isPresent()).toList();
  }

  static boolean presentIn(String text) {
    return NAME.matcher(text).find();
  }

  boolean isBoolean() {
    return kind == Kind.ON || kind == Kind.OFF;
  }

  boolean isText() {
    return kind == Kind.VALUE || kind == Kind.VARIANT;
  }

  boolean isOn() {
    return kind == Kind.ON;
  }

  /** The same question's mark with another truth. */
  Mark with(boolean value) {
    return bool(value, question);
  }

  @Override
  public String toString() {
    return "flag$" + kind.name().toLowerCase(Locale.ROOT) + "$" + question;
  }
}
