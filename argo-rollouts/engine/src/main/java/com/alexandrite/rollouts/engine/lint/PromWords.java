package com.alexandrite.rollouts.engine.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the words of a query belong together. */
final class PromWords {

  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "%", "^", "and", "or", "unless", "<", ">", "<=", ">=", "==", "!=");

  /** Operators of lists alone. */
  private static final Set<String> SETS = Set.of("and", "or", "unless");

  private static final Set<String> SIGNS = Set.of("+", "-");

  /** What makes a number, whatever it is given. */
  private static final Set<String> SCALARS = Set.of("scalar", "time", "pi");

  private static final Set<String> NO_DIGITS = Set.of("inf", "nan");

  private static final Pattern NUMBER = Pattern.compile("\\d.*");

  private PromWords() {}

  static boolean isNumber(List<String> words) {
    return words.size() == 1 && NUMBER.matcher(words.getFirst()).matches();
  }

  /** Whether this is one number instead of a list: a list makes a list of all that it is beside. */
  static boolean isScalar(List<String> words) {
    List<String> inner = withoutParentheses(words);
    int operator = topOperator(inner);
    if (operator < 0) {
      return isNumber(inner) || NO_DIGITS.contains(String.join(" ", inner)) || isScalarCall(inner);
    }
    List<String> left = inner.subList(0, operator);
    List<String> right = inner.subList(operator + 1, inner.size());
    boolean bool = !right.isEmpty() && right.getFirst().equals("bool");
    return !SETS.contains(inner.get(operator))
        && (left.isEmpty() || isScalar(left))
        && isScalar(bool ? right.subList(1, right.size()) : right);
  }

  private static boolean isScalarCall(List<String> words) {
    return words.size() > 2
        && SCALARS.contains(words.getFirst())
        && closing(words, 1) == words.size() - 1;
  }

  static boolean isOperator(String word) {
    return OPERATORS.contains(word);
  }

  /** Without {@code or vector(0)} at the end, which changes nothing at the ends of the range. */
  static List<String> withoutFallback(List<String> words) {
    int end = words.size();
    return end > 5 && words.subList(end - 5, end).equals(List.of("or", "vector", "(", "0", ")"))
        ? words.subList(0, end - 5)
        : words;
  }

  static List<String> withoutParentheses(List<String> words) {
    List<String> inner = words;
    while (inner.size() > 2
        && inner.getFirst().equals("(")
        && closing(inner, 0) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  /** Without these words that have a list of labels behind them, such as {@code by (pod)}. */
  static List<String> withoutLists(List<String> words, Set<String> names) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (names.contains(words.get(i)) && words.get(i + 1).equals("(")) {
        List<String> rest = words.subList(closing(words, i + 1) + 1, words.size());
        return withoutLists(
            Stream.concat(words.subList(0, i).stream(), rest.stream()).toList(), names);
      }
    }
    return words;
  }

  static int closing(List<String> words, int open) {
    int depth = 0;
    for (int i = open; i < words.size(); i++) {
      depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return words.size() - 1;
  }

  /** The operator that is applied last, outside of all parentheses; -1 if there is none. */
  static int topOperator(List<String> words) {
    int depth = 0;
    int found = -1;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      boolean sign = i > 0 && SIGNS.contains(word) && isOperator(words.get(i - 1));
      if (depth == 0
          && isOperator(word)
          && !sign
          && (found < 0 || strength(word) <= strength(words.get(found)))) {
        found = i;
      }
    }
    return found;
  }

  private static int strength(String operator) {
    return switch (operator) {
      case "or" -> 0;
      case "and", "unless" -> 1;
      case "+", "-" -> 3;
      case "*", "/", "%" -> 4;
      case "^" -> 5;
      default -> 2;
    };
  }
}
