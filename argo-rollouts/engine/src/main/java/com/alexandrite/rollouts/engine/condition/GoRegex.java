package com.alexandrite.rollouts.engine.condition;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Go's regular expressions on Java's engine: what only Java knows is refused, what differs is
 * rewritten.
 */
public final class GoRegex {

  private static final Pattern JAVA_ONLY =
      Pattern.compile(
          "(?<!\\\\)(?:\\\\\\\\)*(?:\\((?:\\?=|\\?!|\\?<=|\\?<!|\\?>)|[*+?}]\\+|\\\\[1-9ZGRXkhHVv])");

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private GoRegex(String source) {
    this.source = source;
  }

  /** The compiled expression, to be used with {@code find}; empty if it is not valid in Go. */
  public static Optional<Pattern> compile(String expression) {
    if (JAVA_ONLY.matcher(expression).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(new GoRegex(expression).translate()));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '$' -> java.append("\\z");
        case '(' -> group();
        default -> java.append(c);
      }
    }
    return java.toString();
  }

  private void group() {
    java.append('(');
    if (source.startsWith("?P<", at)) {
      java.append("?<");
      at += 3;
    }
  }

  private void escape(boolean inClass) {
    if (at == source.length()) {
      java.append('\\');
      return;
    }
    char c = source.charAt(at++);
    if (c == 's') {
      java.append(inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]");
    } else {
      java.append('\\').append(c);
    }
  }

  /**
   * Inside a class Java gives a meaning to {@code [} and {@code &&}, which are plain characters in
   * Go.
   */
  private void characterClass() {
    java.append('[');
    if (at < source.length() && source.charAt(at) == '^') {
      java.append('^');
      at++;
    }
    if (at < source.length() && source.charAt(at) == ']') {
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
  }

  private void inClass(char c) {
    if (c == '\\') {
      escape(true);
    } else if (c == '[' && source.startsWith(":", at)) {
      posix();
    } else if (c == '[' || c == '&') {
      java.append('\\').append(c);
    } else {
      java.append(c);
    }
  }

  private void posix() {
    int end = source.indexOf(":]", at);
    String name = end < 0 ? "" : source.substring(at + 1, end);
    String same =
        switch (name) {
          case "alnum" -> "\\p{Alnum}";
          case "alpha" -> "\\p{Alpha}";
          case "digit" -> "\\p{Digit}";
          case "lower" -> "\\p{Lower}";
          case "upper" -> "\\p{Upper}";
          case "punct" -> "\\p{Punct}";
          case "space" -> "\\t\\n\\x0B\\f\\r ";
          case "word" -> "\\w";
          case "xdigit" -> "\\p{XDigit}";
          default -> "";
        };
    if (same.isEmpty()) {
      java.append("\\[");
    } else {
      java.append(same);
      at = end + 2;
    }
  }
}
