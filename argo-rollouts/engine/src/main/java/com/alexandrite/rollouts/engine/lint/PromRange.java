package com.alexandrite.rollouts.engine.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Between which numbers the values of a query lie, as far as its form tells: a share of one counter
 * in itself is between 0 and 1, a rate is not negative.
 */
record PromRange(double low, double high) {

  private static final PromRange ALL =
      new PromRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final PromRange NOT_NEGATIVE = new PromRange(0, Double.POSITIVE_INFINITY);
  private static final PromRange SHARE = new PromRange(0, 1);

  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "%", "^", "and", "or", "unless", "<", ">", "<=", ">=", "==", "!=");
  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> SAME_SIGN = Set.of("sum", "avg", "max", "min", "scalar");
  private static final Set<String> NEVER_NEGATIVE =
      Set.of(
          "rate", "irate", "increase", "count", "count_over_time", "histogram_quantile", "stddev");
  private static final Pattern NUMBER = Pattern.compile("\\d.*");

  static PromRange of(List<String> tokens) {
    List<String> words = withoutParentheses(withoutFallback(withoutLabelLists(tokens)));
    int operator = topOperator(words);
    if (operator < 0) {
      return ofCall(words);
    }
    return ofOperation(
        words.get(operator), words.subList(0, operator), words.subList(operator + 1, words.size()));
  }

  private static PromRange ofOperation(String operator, List<String> left, List<String> right) {
    return switch (operator) {
      case "/" -> left.isEmpty() ? ALL : quotient(left, right);
      case "*" -> product(left, right);
      case "-" -> left.equals(List.of("1")) && of(right).equals(SHARE) ? SHARE : ALL;
      case "+" -> notNegative(left) && notNegative(right) ? NOT_NEGATIVE : ALL;
      case "and", "unless", "<", ">", "<=", ">=", "==", "!=" -> of(left);
      default -> ALL;
    };
  }

  private static PromRange quotient(List<String> left, List<String> right) {
    // The matchers are gone: what is left of a counter and of a part of it is the same.
    boolean same = plain(left).equals(plain(right)) && ofCall(plain(left)).equals(NOT_NEGATIVE);
    if (same) {
      return SHARE;
    }
    return notNegative(left) && notNegative(right) ? NOT_NEGATIVE : ALL;
  }

  private static PromRange product(List<String> left, List<String> right) {
    List<String> number = isNumber(left) ? left : right;
    List<String> other = isNumber(left) ? right : left;
    if (!isNumber(number)) {
      return notNegative(left) && notNegative(right) ? NOT_NEGATIVE : ALL;
    }
    double factor = Double.parseDouble(number.getFirst());
    PromRange range = of(other);
    return factor == 0 ? ALL : new PromRange(range.low * factor, range.high * factor);
  }

  private static PromRange ofCall(List<String> words) {
    if (isNumber(words)) {
      double number = Double.parseDouble(words.getFirst());
      return new PromRange(number, number);
    }
    if (words.size() < 3 || !words.get(1).equals("(")) {
      return ALL;
    }
    if (SAME_SIGN.contains(words.getFirst())) {
      PromRange inner = of(words.subList(1, words.size()));
      return inner.low >= 0 ? NOT_NEGATIVE : ALL;
    }
    return NEVER_NEGATIVE.contains(words.getFirst()) ? NOT_NEGATIVE : ALL;
  }

  private static boolean notNegative(List<String> words) {
    return of(words).low >= 0;
  }

  private static boolean isNumber(List<String> words) {
    return words.size() == 1 && NUMBER.matcher(words.getFirst()).matches();
  }

  private static List<String> plain(List<String> words) {
    return withoutParentheses(withoutFallback(withoutParentheses(words)));
  }

  /** Without {@code or vector(0)} at the end, which changes nothing at the ends of the range. */
  private static List<String> withoutFallback(List<String> words) {
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

  private static List<String> withoutLabelLists(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (LABEL_LISTS.contains(words.get(i)) && words.get(i + 1).equals("(")) {
        List<String> rest = words.subList(closing(words, i + 1) + 1, words.size());
        return withoutLabelLists(
            Stream.concat(words.subList(0, i).stream(), rest.stream()).toList());
      }
    }
    return words;
  }

  private static int closing(List<String> words, int open) {
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
  private static int topOperator(List<String> words) {
    int depth = 0;
    int found = -1;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (depth == 0
          && OPERATORS.contains(word)
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
