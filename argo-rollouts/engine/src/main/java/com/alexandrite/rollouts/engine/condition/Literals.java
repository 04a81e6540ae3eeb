package com.alexandrite.rollouts.engine.condition;

import java.nio.charset.StandardCharsets;

/** Reads the rest of a quoted literal, from behind its opening quote to behind its closing one. */
final class Literals {

  private static final String SIMPLE = "abfnrtv\\";
  private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\";
  private static final int REPLACEMENT = 0xfffd;

  private Literals() {}

  static String quoted(Cursor cursor, int quote) {
    StringBuilder value = new StringBuilder();
    for (int c = next(cursor); c != quote; c = next(cursor)) {
      value.appendCodePoint(c == '\\' ? escape(cursor, quote) : c);
    }
    return value.toString();
  }

  /** The bytes of a {@code b"…"} literal, each as one character. */
  static String bytes(Cursor cursor, int quote) {
    StringBuilder value = new StringBuilder();
    for (int c = next(cursor); c != quote; c = next(cursor)) {
      if (c == '\\') {
        value.append((char) byteEscape(cursor, quote));
      } else {
        byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        value.append(new String(utf8, StandardCharsets.ISO_8859_1));
      }
    }
    return value.toString();
  }

  /** The text between backquotes; two of them stand for one. */
  static String raw(Cursor cursor) {
    StringBuilder value = new StringBuilder();
    int c = cursor.next();
    while (c != '`' || cursor.accept("`")) {
      if (c == Characters.END) {
        throw notTerminated();
      }
      value.appendCodePoint(c);
      c = cursor.next();
    }
    return value.toString();
  }

  private static int next(Cursor cursor) {
    int c = cursor.next();
    if (c == '\n' || c == Characters.END) {
      throw notTerminated();
    }
    if (c == '\r') {
      // Every kind of line end reads as a line feed.
      cursor.accept("\n");
      return '\n';
    }
    return c;
  }

  private static int escape(Cursor cursor, int quote) {
    int c = cursor.next();
    return switch (c) {
      case 'x' -> hex(cursor, 2);
      case 'u' -> cursor.accept("{") ? braced(cursor) : character(hex(cursor, 4));
      case 'U' -> character(hex(cursor, 8));
      default -> simpleOrOctal(cursor, c, quote);
    };
  }

  private static int byteEscape(Cursor cursor, int quote) {
    int c = cursor.next();
    return c == 'x' ? hex(cursor, 2) : simpleOrOctal(cursor, c, quote);
  }

  private static int simpleOrOctal(Cursor cursor, int c, int quote) {
    if (c == quote) {
      return c;
    }
    int simple = c == Characters.END ? -1 : SIMPLE.indexOf(c);
    if (simple >= 0) {
      return SIMPLE_VALUES.charAt(simple);
    }
    if (c >= '0' && c <= '3') {
      return (c - '0') * 64 + digit(cursor, 8) * 8 + digit(cursor, 8);
    }
    throw invalid();
  }

  private static int hex(Cursor cursor, int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 16 + digit(cursor, 16);
    }
    return value > Character.MAX_CODE_POINT ? -1 : (int) value;
  }

  private static int braced(Cursor cursor) {
    int value = 0;
    int digits = 0;
    while (!cursor.accept("}")) {
      if (++digits > 6) {
        throw invalid();
      }
      value = value * 16 + digit(cursor, 16);
    }
    if (digits == 0) {
      throw invalid();
    }
    return character(value);
  }

  private static int character(int value) {
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw invalid();
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return surrogate ? REPLACEMENT : value;
  }

  private static int digit(Cursor cursor, int base) {
    int value = Characters.digit(cursor.next());
    if (value >= base) {
      throw invalid();
    }
    return value;
  }

  private static Fault invalid() {
    return Fault.compile("invalid char escape");
  }

  private static Fault notTerminated() {
    return Fault.compile("literal not terminated");
  }
}
