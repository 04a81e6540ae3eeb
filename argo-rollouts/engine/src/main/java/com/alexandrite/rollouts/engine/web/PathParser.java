package com.alexandrite.rollouts.engine.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses kubectl's JSONPath templates: text outside of braces stands for itself. */
final class PathParser {

  private static final char END = '\0';
  private static final Pattern KEY = Pattern.compile("'([^']*)'");
  private static final Pattern SLICE = Pattern.compile("(-?\\d*)(:-?\\d*)?(:-?\\d*)?");
  private static final Pattern COMPARISON = Pattern.compile("([^!<>=]+)([!<>=]+)(.+?)");

  private final String text;
  private int at;

  private PathParser(String text) {
    this.text = text;
  }

  /** Why a text is no template. */
  static final class NotAPath extends Exception {
    NotAPath(String message) {
      super(message, null, false, false);
    }
  }

  static List<PathNode> parse(String text) throws NotAPath {
    return new PathParser(text).template();
  }

  private List<PathNode> template() throws NotAPath {
    List<PathNode> nodes = new ArrayList<>();
    while (at < text.length()) {
      int brace = text.indexOf('{', at);
      int end = brace < 0 ? text.length() : brace;
      if (end > at) {
        nodes.add(new PathNode.Text(text.substring(at, end)));
      }
      at = end;
      if (brace >= 0) {
        at++;
        nodes.add(action());
      }
    }
    return nodes;
  }

  private static PathNode.Steps action(String inside) throws NotAPath {
    return (PathNode.Steps) parse("{" + inside + "}").getFirst();
  }

  private PathNode.Steps action() throws NotAPath {
    List<PathNode> nodes = new ArrayList<>();
    while (!accept("}")) {
      step(nodes);
    }
    return new PathNode.Steps(nodes);
  }

  private void step(List<PathNode> nodes) throws NotAPath {
    char c = peek();
    if (accept("[?(")) {
      nodes.add(filter());
    } else if (accept("..")) {
      recursive(nodes);
    } else if (c == END || c == '\n' || c == '\r') {
      throw new NotAPath("unclosed action");
    } else if (c == ' ' || c == '@' || c == '$') {
      at++;
    } else if (c == '[') {
      array(nodes);
    } else if (c == '"' || c == '\'') {
      nodes.add(new PathNode.Text(quoted()));
    } else if (c == '.') {
      at++;
      nodes.add(field());
    } else if (c == '+' || c == '-' || Character.isDigit(c)) {
      nodes.add(number());
    } else if (c == '_' || Character.isLetter(c)) {
      nodes.add(word());
    } else {
      throw new NotAPath("unrecognized character in action: " + c);
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean accept(String prefix) {
    boolean is = text.startsWith(prefix, at);
    at += is ? prefix.length() : 0;
    return is;
  }

  private void recursive(List<PathNode> nodes) throws NotAPath {
    if (!nodes.isEmpty() && nodes.getLast() instanceof PathNode.Recursive) {
      throw new NotAPath("invalid multiple recursive descent");
    }
    nodes.add(new PathNode.Recursive());
    if (peek() == '_' || Character.isLetterOrDigit(peek())) {
      nodes.add(field());
    }
  }

  private PathNode field() {
    int from = at;
    while (!terminates(peek())) {
      at += peek() == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    String name = text.substring(from, at);
    return name.equals("*") ? new PathNode.Wildcard() : new PathNode.Field(name.replace("\\", ""));
  }

  private static boolean terminates(char c) {
    return c == END || " \t\r\n.,[]$@{}".indexOf(c) >= 0;
  }

  private PathNode word() {
    int from = at;
    while (!terminates(peek())) {
      at++;
    }
    String name = text.substring(from, at);
    return switch (name) {
      case "true" -> new PathNode.Constant(true);
      case "false" -> new PathNode.Constant(false);
      default -> new PathNode.Word(name);
    };
  }

  private PathNode number() throws NotAPath {
    int from = at++;
    while (peek() == '.' || Character.isDigit(peek())) {
      at++;
    }
    String digits = text.substring(from, at);
    try {
      return new PathNode.Constant(
          digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.valueOf(digits));
    } catch (NumberFormatException e) {
      throw new NotAPath("cannot parse number " + digits);
    }
  }

  private String quoted() throws NotAPath {
    char quote = peek();
    int from = at++;
    while (peek() != quote || text.charAt(at - 1) == '\\') {
      if (peek() == END || peek() == '\n') {
        throw new NotAPath("unterminated quoted string");
      }
      at++;
    }
    at++;
    return PathEscapes.unescape(text.substring(from + 1, at - 1));
  }

  private void array(List<PathNode> nodes) throws NotAPath {
    int close = text.indexOf(']', at);
    int line = text.indexOf('\n', at);
    if (close < 0 || (line >= 0 && line < close)) {
      throw new NotAPath("unterminated array");
    }
    String inside = text.substring(at + 1, close);
    at = close + 1;
    String range = inside.equals("*") ? ":" : inside;
    Matcher key = KEY.matcher(range);
    if (range.contains(",")) {
      nodes.add(union(range));
    } else if (key.matches()) {
      nodes.addAll(action("." + key.group(1)).nodes());
    } else {
      nodes.add(slice(range));
    }
  }

  private static PathNode union(String text) throws NotAPath {
    List<PathNode.Steps> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      parts.add(action("[" + part.strip() + "]"));
    }
    return new PathNode.Union(parts);
  }

  private static PathNode slice(String text) throws NotAPath {
    Matcher slice = SLICE.matcher(text);
    if (!slice.matches()) {
      throw new NotAPath("invalid array index " + text);
    }
    boolean index = slice.group(2) == null;
    Integer from = bound(slice.group(1));
    Integer to =
        index ? Integer.valueOf((from == null ? 0 : from) + 1) : bound(afterColon(slice.group(2)));
    return new PathNode.Slice(from, to, bound(afterColon(slice.group(3))), index);
  }

  private static @Nullable String afterColon(@Nullable String part) {
    return part == null ? null : part.substring(1);
  }

  private static @Nullable Integer bound(@Nullable String digits) throws NotAPath {
    if (digits == null || digits.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new NotAPath("array index " + digits + " is not a number");
    }
  }

  private PathNode filter() throws NotAPath {
    String inside = insideFilter();
    if (peek() != ']') {
      throw new NotAPath("unclosed array expect ]");
    }
    at++;
    Matcher comparison = COMPARISON.matcher(inside);
    return comparison.matches()
        ? new PathNode.Filter(
            action(comparison.group(1)), comparison.group(2), action(comparison.group(3)))
        : new PathNode.Filter(action(inside), "", new PathNode.Steps(List.of()));
  }

  /** Up to the closing bracket that is not inside of quotes. */
  private String insideFilter() throws NotAPath {
    int from = at;
    char quote = END;
    boolean closed = false;
    while (peek() != ')' || (quote != END && !closed)) {
      char c = peek();
      if (c == END || c == '\n') {
        throw new NotAPath("unterminated filter");
      }
      if (quote == END && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote && text.charAt(at - 1) != '\\') {
        closed = true;
      }
      at++;
    }
    return text.substring(from, at++);
  }
}
