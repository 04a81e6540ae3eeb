package com.alexandrite.rollouts.engine.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether one thing is a part of another: the same counters, of which its label matchers choose
 * some. The quotient of two arms, such as the new version's by the old one's, is none.
 */
final class PromShare {

  /** Of a part these are no more than of the whole; of a mean or a quantile nobody knows. */
  private static final Set<String> GROWING =
      Set.of(
          "sum",
          "max",
          "count",
          "scalar",
          "rate",
          "irate",
          "increase",
          "count_over_time",
          "by",
          "without");

  private static final Set<String> PARENTHESES = Set.of("(", ")");

  private static final Pattern MATCHER =
      Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|[^,\"'`])+");

  private PromShare() {}

  static boolean isPart(List<String> part, List<String> whole) {
    return grows(whole) && matches(part, whole);
  }

  private static boolean grows(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      boolean called = words.get(i).equals("(") && !PARENTHESES.contains(words.get(i - 1));
      if (PromWords.isOperator(words.get(i)) || (called && !GROWING.contains(words.get(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  /** The same words, and no label matcher that the part has not. */
  private static boolean matches(List<String> part, List<String> whole) {
    int other = 0;
    for (String word : part) {
      boolean same = other < whole.size() && matches(word, whole.get(other));
      if (!same && !isMatchers(word)) {
        return false;
      }
      other += same ? 1 : 0;
    }
    return other == whole.size();
  }

  private static boolean matches(String part, String whole) {
    return (isMatchers(part) && isMatchers(whole))
        ? matchers(part).containsAll(matchers(whole))
        : part.equals(whole);
  }

  private static boolean isMatchers(String word) {
    return word.startsWith("{");
  }

  private static Set<String> matchers(String word) {
    Set<String> matchers = new TreeSet<>();
    Matcher matcher = MATCHER.matcher(word.substring(1, word.length() - 1));
    while (matcher.find()) {
      matchers.add(matcher.group().strip().replaceFirst("\\s*([=!][=~]?)\\s*", "$1"));
    }
    matchers.remove("");
    return matchers;
  }
}
