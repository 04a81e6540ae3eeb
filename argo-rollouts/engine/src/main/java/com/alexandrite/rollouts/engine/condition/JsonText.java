package com.alexandrite.rollouts.engine.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strictly and as Go does into untyped values: every number becomes a {@code Double},
 * the last of several equal keys counts.
 */
public final class JsonText {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final int DEEPEST = 1_000;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * What was read.
   *
   * @param valid false if the text is not one JSON document
   * @param value the document, null for JSON null too
   */
  public record Read(boolean valid, @Nullable Object value) {}

  /** Reads the whole text. */
  public static Read read(String text) {
    JsonText json = new JsonText(text);
    try {
      Object value = json.value();
      json.space();
      boolean all = json.at == text.length();
      return new Read(all, all ? value : null);
    } catch (NotJson e) {
      return new Read(false, null);
    }
  }

  private static final class NotJson extends Exception {
    NotJson() {
      super(null, null, false, false);
    }
  }

  private @Nullable Object value() throws NotJson {
    space();
    if (at >= text.length() || ++depth > DEEPEST) {
      throw new NotJson();
    }
    Object value =
        switch (text.charAt(at)) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", null);
          default -> number();
        };
    depth--;
    return value;
  }

  private Map<String, @Nullable Object> object() throws NotJson {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    at++;
    if (accept('}')) {
      return object;
    }
    do {
      space();
      String key = string();
      expect(':');
      object.put(key, value());
    } while (accept(','));
    expect('}');
    return object;
  }

  private List<@Nullable Object> array() throws NotJson {
    List<@Nullable Object> array = new ArrayList<>();
    at++;
    if (accept(']')) {
      return array;
    }
    do {
      array.add(value());
    } while (accept(','));
    expect(']');
    return array;
  }

  private @Nullable Object word(String word, @Nullable Object value) throws NotJson {
    if (!text.startsWith(word, at)) {
      throw new NotJson();
    }
    at += word.length();
    return value;
  }

  private Double number() throws NotJson {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw new NotJson();
    }
    at = number.end();
    double value = Double.parseDouble(number.group());
    if (Double.isInfinite(value)) {
      throw new NotJson();
    }
    return value;
  }

  private String string() throws NotJson {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw new NotJson();
    }
    at++;
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw new NotJson();
      }
      value.append(c == '\\' ? escape() : c);
    }
    return value.toString();
  }

  private char escape() throws NotJson {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new NotJson();
    };
  }

  private char unit() throws NotJson {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Characters.digit(next());
      if (digit == 16) {
        throw new NotJson();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private char next() throws NotJson {
    if (at >= text.length()) {
      throw new NotJson();
    }
    return text.charAt(at++);
  }

  private boolean accept(char c) {
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws NotJson {
    if (!accept(c)) {
      throw new NotJson();
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
