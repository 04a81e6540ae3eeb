package com.alexandrite.rollouts.engine.condition;

import java.util.Map;
import java.util.Set;

/** How strongly operators bind. */
final class Precedence {

  static final Map<String, Integer> UNARY = Map.of("not", 50, "!", 50, "-", 90, "+", 90);

  static final Map<String, Integer> BINARY =
      Map.ofEntries(
          Map.entry("|", 0),
          Map.entry("or", 10),
          Map.entry("||", 10),
          Map.entry("and", 15),
          Map.entry("&&", 15),
          Map.entry("==", 20),
          Map.entry("!=", 20),
          Map.entry("<", 20),
          Map.entry(">", 20),
          Map.entry(">=", 20),
          Map.entry("<=", 20),
          Map.entry("in", 20),
          Map.entry("matches", 20),
          Map.entry("contains", 20),
          Map.entry("startsWith", 20),
          Map.entry("endsWith", 20),
          Map.entry("..", 25),
          Map.entry("+", 30),
          Map.entry("-", 30),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("**", 100),
          Map.entry("^", 100),
          Map.entry("??", 500));

  static final Set<String> COMPARISONS = Set.of("<", ">", ">=", "<=");
  static final Set<String> NEGATABLE =
      Set.of("contains", "matches", "startsWith", "endsWith", "in");

  private Precedence() {}

  /**
   * The least precedence that may follow on the right: powers bind to the right, the rest to the
   * left.
   */
  static int right(String operator, int precedence) {
    return operator.equals("**") || operator.equals("^") ? precedence : precedence + 1;
  }
}
