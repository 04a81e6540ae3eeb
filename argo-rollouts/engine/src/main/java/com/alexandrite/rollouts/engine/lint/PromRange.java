package com.alexandrite.rollouts.engine.lint;

import java.util.List;
import java.util.Set;

/**
 * Between which numbers the values of a query lie, as far as its form tells: a share of one counter
 * in itself is between 0 and 1, a rate is not negative.
 */
record PromRange(double low, double high) {

  private static final PromRange ALL =
      new PromRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final PromRange NOT_NEGATIVE = new PromRange(0, Double.POSITIVE_INFINITY);
  private static final PromRange SHARE = new PromRange(0, 1);

  /** What stands beside an operator, and beside a function. */
  private static final Set<String> JOINS = Set.of("on", "ignoring", "group_left", "group_right");

  private static final Set<String> GROUPS = Set.of("by", "without");
  private static final Set<String> SAME_SIGN = Set.of("sum", "avg", "max", "min", "scalar");
  private static final Set<String> NEVER_NEGATIVE =
      Set.of(
          "rate", "irate", "increase", "count", "count_over_time", "histogram_quantile", "stddev");

  static PromRange of(List<String> tokens) {
    List<String> words = plain(PromWords.withoutLists(tokens, JOINS));
    int operator = PromWords.topOperator(words);
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
    if (PromShare.isPart(plain(left), plain(right)) && ofCall(plain(right)).equals(NOT_NEGATIVE)) {
      return SHARE;
    }
    return notNegative(left) && notNegative(right) ? NOT_NEGATIVE : ALL;
  }

  private static PromRange product(List<String> left, List<String> right) {
    List<String> number = PromWords.isNumber(left) ? left : right;
    List<String> other = PromWords.isNumber(left) ? right : left;
    if (!PromWords.isNumber(number)) {
      return notNegative(left) && notNegative(right) ? NOT_NEGATIVE : ALL;
    }
    double factor = Double.parseDouble(number.getFirst());
    PromRange range = of(other);
    return factor == 0 ? ALL : new PromRange(range.low * factor, range.high * factor);
  }

  private static PromRange ofCall(List<String> call) {
    List<String> words = PromWords.withoutLists(call, GROUPS);
    if (PromWords.isNumber(words)) {
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

  private static List<String> plain(List<String> words) {
    return PromWords.withoutParentheses(
        PromWords.withoutFallback(PromWords.withoutParentheses(words)));
  }
}
