package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.web.PathParser.NotAPath;

/** Resolves escapes of a quoted text in a JSONPath. */
final class PathEscapes {

  private static final String LETTERS = "abfnrtv\\'\"";
  private static final String VALUES = "\u0007\b\f\n\r\t\u000b\\'\"";

  private PathEscapes() {}

  static String unescape(String text) throws NotAPath {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        i = escape(text, i, value);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** Appends the escaped character and answers where its last digit is. */
  private static int escape(String text, int at, StringBuilder value) throws NotAPath {
    char letter = at < text.length() ? text.charAt(at) : '\0';
    int simple = LETTERS.indexOf(letter);
    if (simple >= 0) {
      value.append(VALUES.charAt(simple));
      return at;
    }
    int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits == 0 || at + digits >= text.length()) {
      throw new NotAPath("unquote string error invalid syntax");
    }
    try {
      value.appendCodePoint(Integer.parseInt(text.substring(at + 1, at + 1 + digits), 16));
    } catch (IllegalArgumentException e) {
      throw new NotAPath("unquote string error invalid syntax");
    }
    return at + digits;
  }
}
