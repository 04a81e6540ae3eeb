package com.alexandrite.flags.definitions;

/** Source text without what is not code; every line stays where it is. */
final class SourceText {
  private final String text;
  private final StringBuilder code = new StringBuilder();

  private SourceText(String text) {
    this.text = text;
  }

  /** Java with comments and everything in quotes blanked. */
  static String code(String java) {
    SourceText source = new SourceText(java);
    for (int at = 0; at < java.length(); ) {
      int end = source.endOfWhatIsNoCode(at);
      if (end > at) {
        source.blank(at, end);
        at = end;
      } else {
        source.code.append(java.charAt(at++));
      }
    }
    return source.code.toString();
  }

  /** HTML with comments blanked. */
  static String markup(String html) {
    SourceText source = new SourceText(html);
    int at = 0;
    for (int from = html.indexOf("<!--"); from >= 0; from = html.indexOf("<!--", at)) {
      source.code.append(html, at, from);
      at = source.after("-->", from);
      source.blank(from, at);
    }
    return source.code.append(html, at, html.length()).toString();
  }

  private int endOfWhatIsNoCode(int at) {
    if (text.startsWith("//", at)) {
      return after("\n", at);
    }
    if (text.startsWith("/*", at)) {
      return after("*/", at + 2);
    }
    if (text.startsWith("\"\"\"", at)) {
      return afterQuoted("\"\"\"", at + 3);
    }
    char first = text.charAt(at);
    return first == '"' || first == '\'' ? afterQuoted(String.valueOf(first), at + 1) : at;
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private int afterQuoted(String quote, int from) {
    int at = from;
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + quote.length());
  }

  private void blank(int from, int to) {
    for (int at = from; at < to; at++) {
      code.append(text.charAt(at) == '\n' ? '\n' : ' ');
    }
  }
}
