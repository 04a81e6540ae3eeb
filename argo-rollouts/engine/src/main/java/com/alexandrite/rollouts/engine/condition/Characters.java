package com.alexandrite.rollouts.engine.condition;

/** The character classes of the language. */
final class Characters {

  static final int END = -1;

  private Characters() {}

  static boolean isSpace(int c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || (c > 0x7f && Character.isSpaceChar(c));
  }

  static boolean isAlphabetic(int c) {
    return c == '_' || c == '$' || (c != END && Character.isLetter(c));
  }

  static boolean isAlphaNumeric(int c) {
    return isAlphabetic(c) || (c != END && Character.isDigit(c));
  }

  /** Whether an operator's text can also be the name of a field, as {@code not} can. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && isAlphabetic(text.codePointAt(0))
        && text.codePoints().allMatch(Characters::isAlphaNumeric);
  }

  /** The value of a digit, 16 if it is none. */
  static int digit(int c) {
    int value = c == END || c > 0x7f ? -1 : Character.digit(c, 16);
    return value < 0 ? 16 : value;
  }
}
