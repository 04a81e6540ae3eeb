package com.alexandrite.rollouts.engine.lint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a PromQL query without understanding all of it.
 *
 * @param text as written, with arguments filled in
 * @param tokens the words of it, label matchers and ranges one each, without texts and comments
 * @param windows how far its selectors and subqueries look back
 */
record PromQuery(String text, List<String> tokens, List<Duration> windows) {

  /** Comments and texts, label matchers (with texts in them), ranges, and all other words. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
              + "|(?<labels>\\{(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|[^}\"'`])*})"
              + "|(?<range>\\[(?<window>[^]:]*)[^]]*])"
              + "|(?<word>[A-Za-z_:][A-Za-z0-9_:]*|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?"
              + "|[<>=!]=?|[-+*/%^(),@])");

  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
  private static final Pattern NUMBER = Pattern.compile("\\d.*");
  private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=", "==", "!=");

  PromQuery {
    tokens = List.copyOf(tokens);
    windows = List.copyOf(windows);
  }

  static PromQuery of(String query) {
    List<Duration> windows = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(query);
    while (token.find()) {
      if (token.group("word") != null) {
        tokens.add(token.group().toLowerCase(Locale.ROOT));
      } else if (token.group("labels") != null) {
        tokens.add(token.group());
      } else if (token.group("range") != null) {
        tokens.add(token.group());
        windows.add(duration(token.group("window")));
      }
    }
    return new PromQuery(query, tokens, windows);
  }

  private static Duration duration(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long number = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                case "w" -> Duration.ofDays(7 * number);
                default -> Duration.ofDays(365 * number);
              });
    }
    return sum;
  }

  /** The furthest that it looks back; zero if it looks at the present alone. */
  Duration window() {
    return windows.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** Whether it is a share, or a quantile: nothing comes of nothing. */
  boolean isRelative() {
    return tokens.contains("/") || tokens.contains("histogram_quantile");
  }

  /** Whether it drops what is too small. */
  boolean hasMinimum() {
    return tokens.stream().anyMatch(COMPARISONS::contains);
  }

  /** The largest number that it compares with; empty without any. */
  OptionalDouble minimum() {
    List<Double> numbers = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      boolean compares = COMPARISONS.contains(tokens.get(i - 1));
      if (compares && NUMBER.matcher(tokens.get(i)).matches()) {
        numbers.add(Double.valueOf(tokens.get(i)));
      }
    }
    return numbers.stream().mapToDouble(Double::doubleValue).max();
  }

  /** Whether it is one number instead of a list. */
  boolean isScalar() {
    return PromWords.isScalar(tokens);
  }

  /** Whether there is an answer in any case. */
  boolean alwaysAnswers() {
    int end = tokens.size();
    boolean orVector =
        end >= 5
            && tokens.subList(end - 5, end - 2).equals(List.of("or", "vector", "("))
            && tokens.getLast().equals(")");
    return isScalar() || orVector || (!tokens.isEmpty() && tokens.getFirst().equals("vector"));
  }

  /** What its values can be. */
  PromRange range() {
    return PromRange.of(tokens);
  }
}
