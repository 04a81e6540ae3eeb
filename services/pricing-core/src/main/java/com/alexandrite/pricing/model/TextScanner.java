package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Reads blank-separated words and numbers of a text that is mapped, not copied. */
final class TextScanner {

  private static final int LONGEST_NUMBER = 512;
  private static final int END = -1;

  private final MemorySegment bytes;
  private final long size;
  private long at;

  TextScanner(MemorySegment bytes) {
    this.bytes = bytes;
    this.size = bytes.byteSize();
    this.at = hasByteOrderMark() ? 3 : 0;
  }

  /** Goes to the next token; false at the end of the text. */
  boolean skipBlanks() {
    while (at < size && isBlank(bytes.get(ValueLayout.JAVA_BYTE, at))) {
      at++;
    }
    return at < size;
  }

  /** Goes behind the rest of the line, which ends with CR, LF or both. */
  void skipLine() {
    while (at < size && !isLineEnd(bytes.get(ValueLayout.JAVA_BYTE, at))) {
      at++;
    }
  }

  void skipToken() {
    skipBlanks();
    at = tokenEnd();
  }

  /** Whether the next token is this lower-case word, in any case. */
  boolean startsWith(String word) {
    skipBlanks();
    return matches(word) && isEndOfToken(at + word.length());
  }

  /** Takes the word when it is the next token. */
  boolean word(String word) {
    if (!startsWith(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void expect(String word) throws UnreadableModel {
    if (!word(word)) {
      throw malformed('"' + word + '"');
    }
  }

  /** The next token as a number; NaN and infinity by name too. */
  double number() throws UnreadableModel {
    skipBlanks();
    long end = tokenEnd();
    if (end == at) {
      throw malformed("a number");
    }
    double value = DecimalParser.fast(bytes, at, end);
    if (Double.isNaN(value)) {
      value = slowNumber(end);
    }
    at = end;
    return value;
  }

  /**
   * A refusal at this place: truncated when the text ends here or within this token, else
   * malformed.
   */
  UnreadableModel malformed(String expected) {
    if (!skipBlanks() || tokenEnd() == size) {
      return new UnreadableModel(
          RefusalReason.TRUNCATED, "The text ends where " + expected + " is due.");
    }
    return new UnreadableModel(
        RefusalReason.MALFORMED, "Line " + line() + ": " + expected + " expected.");
  }

  private double slowNumber(long end) throws UnreadableModel {
    if (end - at > LONGEST_NUMBER) {
      throw malformed("a number of reasonable length");
    }
    byte[] token = bytes.asSlice(at, end - at).toArray(ValueLayout.JAVA_BYTE);
    try {
      return DecimalParser.exact(new String(token, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException notANumber) {
      throw malformed("a number");
    }
  }

  private long tokenEnd() {
    long end = at;
    while (end < size && !isBlank(bytes.get(ValueLayout.JAVA_BYTE, end))) {
      end++;
    }
    return end;
  }

  private boolean matches(String word) {
    if (at + word.length() > size) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      // 0x20 is the difference of the cases in ASCII; all our words are letters.
      if ((bytes.get(ValueLayout.JAVA_BYTE, at + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isEndOfToken(long place) {
    int next = place < size ? bytes.get(ValueLayout.JAVA_BYTE, place) : END;
    return next == END || isBlank(next);
  }

  private long line() {
    long line = 1;
    for (long i = 0; i < at; i++) {
      line += bytes.get(ValueLayout.JAVA_BYTE, i) == '\n' ? 1 : 0;
    }
    return line;
  }

  private boolean hasByteOrderMark() {
    return size >= 3
        && bytes.get(ValueLayout.JAVA_BYTE, 0) == (byte) 0xEF
        && bytes.get(ValueLayout.JAVA_BYTE, 1) == (byte) 0xBB
        && bytes.get(ValueLayout.JAVA_BYTE, 2) == (byte) 0xBF;
  }

  private static boolean isBlank(int c) {
    return c >= 0 && c <= ' ';
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }
}
