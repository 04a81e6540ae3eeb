package com.alexandrite.rollouts.engine.condition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Go's regular expressions on Java's engine: what only Java knows is refused, what differs is
 * rewritten.
 */
public final class GoRegex {

  private static final Pattern REPEAT = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");
  private static final Pattern NAMED = Pattern.compile("\\?P?<[A-Za-z0-9_]+>");
  private static final Pattern FLAGS = Pattern.compile("\\?([imsU]*)(?:-([imsU]+))?([:)])");
  private static final Pattern POSSESSIVE = Pattern.compile("[*+?]\\+");
  private static final int MOST_DIGITS = 4;
  private static final int MOST_REPEATS = 1000;

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private boolean multiline;
  private int at;

  private GoRegex(String source) {
    this.source = source;
  }

  /** The compiled expression, to be used with {@code find}; empty if it is not valid in Go. */
  public static Optional<Pattern> compile(String expression) {
    try {
      String java = new GoRegex(expression).translate();
      return Optional.of(Pattern.compile(java, Pattern.UNIX_LINES | Pattern.UNICODE_CASE));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private String translate() {
    while (at < source.length()) {
      require(!here(POSSESSIVE).lookingAt(), "invalid nested repetition operator");
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '{' -> repeat();
        case '$' -> java.append(multiline ? "$" : "\\z");
        case '(' -> group();
        default -> java.append(c);
      }
    }
    return java.toString();
  }

  private void require(boolean valid, String problem) {
    if (!valid) {
      throw new PatternSyntaxException(problem, source, at);
    }
  }

  private Matcher here(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }

  private boolean next(String wanted) {
    return source.startsWith(wanted, at);
  }

  /** A brace that begins no repetition is a plain character. */
  private void repeat() {
    at--;
    Matcher repeat = here(REPEAT);
    if (!repeat.lookingAt()) {
      at++;
      java.append("\\{");
      return;
    }
    for (int i = 1; i <= repeat.groupCount(); i++) {
      String count = repeat.group(i);
      boolean few =
          count == null
              || count.isEmpty()
              || (count.length() <= MOST_DIGITS && Integer.parseInt(count) <= MOST_REPEATS);
      require(few, "invalid repeat count");
    }
    at = repeat.end();
    require(!next("+") && !next("*"), "invalid nested repetition operator");
    java.append(repeat.group());
  }

  /** Names of groups and greed don't change whether something is found. */
  private void group() {
    Matcher named = here(NAMED);
    Matcher flags = here(FLAGS);
    if (!next("?")) {
      java.append('(');
    } else if (named.lookingAt()) {
      java.append('(');
      at = named.end();
    } else {
      require(flags.lookingAt(), "invalid or unsupported Perl syntax");
      at = flags.end();
      flags(flags.group(1), flags.group(2) == null ? "" : flags.group(2), flags.group(3));
    }
  }

  private void flags(String on, String off, String end) {
    multiline = (multiline || on.contains("m")) && !off.contains("m");
    String set = on.replace("U", "");
    String unset = off.replace("U", "");
    if (end.equals(")") && set.isEmpty() && unset.isEmpty()) {
      return;
    }
    java.append("(?").append(set).append(unset.isEmpty() ? "" : "-" + unset).append(end);
  }

  private void escape() {
    if (next("Q")) {
      int end = source.indexOf("\\E", at);
      int quoted = end < 0 ? source.length() : end;
      java.append(Pattern.quote(source.substring(at + 1, quoted)));
      at = end < 0 ? quoted : end + 2;
    } else if (at < source.length() && "AbBz".indexOf(source.charAt(at)) >= 0) {
      java.append('\\').append(source.charAt(at++));
    } else {
      GoEscape escape = GoEscape.read(source, at);
      java.append(escape.alone());
      at = escape.end();
    }
  }

  /**
   * Inside a class Java gives a meaning to {@code [} and {@code &&}, which are plain characters in
   * Go.
   */
  private void characterClass() {
    java.append('[');
    if (next("^")) {
      java.append('^');
      at++;
    }
    if (next("]")) {
      java.append("\\]");
      at++;
    }
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == ']') {
        java.append(']');
        return;
      }
      inClass(c);
    }
    throw new PatternSyntaxException("missing closing ]", source, at);
  }

  private void inClass(char c) {
    if (c == '\\') {
      GoEscape escape = GoEscape.read(source, at);
      java.append(escape.inClass());
      at = escape.end();
    } else if (c == '[' && next(":") && source.indexOf(":]", at) >= 0) {
      int end = source.indexOf(":]", at);
      java.append(PosixClass.java(source.substring(at + 1, end)));
      at = end + 2;
    } else if (c == '[' || c == '&') {
      java.append('\\').append(c);
    } else {
      java.append(c);
    }
  }
}
