package com.alexandrite.flags.removal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of Thymeleaf's language that decides: {@code and or not ! == != ? :} and brackets.
 * Everything else is one piece that is not looked into.
 */
final class TemplateFolding {
  private static final Pattern OR = operator("or|\\|\\|");
  private static final Pattern AND = operator("and|&&");
  private static final Pattern SAME = operator("==|eq");
  private static final Pattern DIFFERENT = operator("!=|neq|ne");
  private static final Pattern NOT = Pattern.compile("(?:!(?!=)|not(?![\\w$]))\\s*");
  private static final Pattern END =
      Pattern.compile(
          "\\s*(?:$|[)}\\]:,]|\\?(?![.:])|(?:==|!=|\\|\\||&&)|(?<=[\\s)}])(?:or|and|eq|ne|neq)(?![\\w$]))");

  private static final Pattern FRAGMENT = Pattern.compile("~\\{[^(){}]*\\(\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern FRAGMENT_END = Pattern.compile("\\s*\\)\\s*}");

  private final String text;
  private final String name;
  private final Object value;
  private int at;

  TemplateFolding(String text, String name, Object value) {
    this.text = text;
    this.name = name;
    this.value = value;
  }

  private static Pattern operator(String words) {
    return Pattern.compile("\\s*(?:" + words + ")(?![\\w$=])\\s*");
  }

  TemplateExpression whole() {
    TemplateExpression result = choice();
    // Something that is not read here: the expression stays, and whoever asked sees the name in it.
    return at == text.length() ? result : TemplateExpression.open(text);
  }

  private TemplateExpression choice() {
    TemplateExpression condition = either();
    String question = taken(Pattern.compile("\\s*\\?(?![.:])\\s*"));
    if (question == null) {
      return condition;
    }
    TemplateExpression then = choice();
    String colon = taken(Pattern.compile("\\s*:\\s*"));
    TemplateExpression other = colon == null ? TemplateExpression.NOTHING : choice();
    if (condition.constant() instanceof Boolean truth) {
      return truth ? then : other;
    }
    return TemplateExpression.open(
        condition.text() + question + then.text() + (colon == null ? "" : colon) + other.text());
  }

  private TemplateExpression either() {
    TemplateExpression left = both();
    for (String or = taken(OR); or != null; or = taken(OR)) {
      left = left.joined(or, both(), true);
    }
    return left;
  }

  private TemplateExpression both() {
    TemplateExpression left = compared();
    for (String and = taken(AND); and != null; and = taken(AND)) {
      left = left.joined(and, compared(), false);
    }
    return left;
  }

  private TemplateExpression compared() {
    TemplateExpression left = negated();
    String same = taken(SAME);
    String different = same == null ? taken(DIFFERENT) : null;
    if (same == null && different == null) {
      return left;
    }
    TemplateExpression right = negated();
    if (left.constant() != null && right.constant() != null) {
      boolean equal = left.constant().toString().equals(right.constant().toString());
      return TemplateExpression.known(equal == (same != null));
    }
    return TemplateExpression.open(left.text() + (same != null ? same : different) + right.text());
  }

  private TemplateExpression negated() {
    String not = taken(NOT);
    if (not == null) {
      return piece();
    }
    TemplateExpression inner = negated();
    return inner.constant() instanceof Boolean truth
        ? TemplateExpression.known(!truth)
        : TemplateExpression.open(not + inner.text());
  }

  private TemplateExpression piece() {
    int from = at;
    TemplateExpression bracket = bracketed();
    if (bracket != null && ends()) {
      return bracket;
    }
    at = from;
    TemplateExpression fragment = fragment();
    if (fragment != null && ends()) {
      return fragment;
    }
    at = from;
    skip();
    String piece = text.substring(from, at);
    if (piece.equals(name)) {
      return TemplateExpression.known(value);
    }
    boolean isText = piece.matches("'[^']*'");
    return isText
        ? new TemplateExpression(piece, piece.substring(1, piece.length() - 1), false)
        : switch (piece) {
          case "true" -> TemplateExpression.known(true);
          case "false" -> TemplateExpression.known(false);
          default -> TemplateExpression.open(piece);
        };
  }

  /** {@code ${…}} or {@code (…)} with an expression in it; null for anything else. */
  private @Nullable TemplateExpression bracketed() {
    String begin = taken(Pattern.compile("\\$\\{\\s*|\\(\\s*"));
    TemplateExpression inner = begin == null ? null : choice();
    String end = inner == null ? null : taken(Pattern.compile("\\s*[)}]"));
    if (begin == null || inner == null || end == null) {
      return null;
    }
    return inner.constant() != null || inner.isNothing()
        ? inner
        : TemplateExpression.open(begin + inner.text() + end);
  }

  /** {@code ~{page :: part(…)}} with an expression for each argument; null for anything else. */
  private @Nullable TemplateExpression fragment() {
    String begin = taken(FRAGMENT);
    if (begin == null) {
      return null;
    }
    StringBuilder folded = new StringBuilder(begin).append(argument());
    for (String comma = taken(COMMA); comma != null; comma = taken(COMMA)) {
      folded.append(comma).append(argument());
    }
    String end = taken(FRAGMENT_END);
    return end == null ? null : TemplateExpression.open(folded.append(end).toString());
  }

  /** The flag itself as an argument decides something elsewhere, and stays for a person to see. */
  private String argument() {
    int from = at;
    TemplateExpression argument = choice();
    if (argument.isNothing()) {
      return "null";
    }
    return argument.constant() instanceof Boolean ? text.substring(from, at) : argument.text();
  }

  private boolean ends() {
    return END.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
  }

  /** Over one piece, with all brackets and texts in it. */
  private void skip() {
    int depth = 0;
    while (at < text.length() && (depth > 0 || !ends())) {
      char c = text.charAt(at);
      if (c == '\'') {
        int end = text.indexOf('\'', at + 1);
        at = end < 0 ? text.length() - 1 : end;
      }
      depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
      at++;
    }
  }

  private @Nullable String taken(Pattern pattern) {
    Matcher matcher =
        pattern
            .matcher(text)
            .region(at, text.length())
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }
}
