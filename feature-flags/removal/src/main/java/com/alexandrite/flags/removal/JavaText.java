package com.alexandrite.flags.removal;

import java.util.regex.Pattern;

/** Values and words as they stand in Java source. */
final class JavaText {
  private JavaText() {}

  static String literal(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Long number -> number + "L";
      default -> value.toString();
    };
  }

  /** Whether the word stands somewhere in the text, comments included. */
  static boolean mentions(String text, String word) {
    return word(word).matcher(text).find();
  }

  private static Pattern word(String word) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
