package com.alexandrite.rollouts.engine.condition;

/** Reads a text character by character. */
final class Cursor {

  private final int[] text;
  private int start;
  private int end;

  Cursor(String text) {
    this.text = text.codePoints().toArray();
  }

  int next() {
    if (end >= text.length) {
      end = text.length + 1;
      return Characters.END;
    }
    return text[end++];
  }

  int peek() {
    return end < text.length ? text[end] : Characters.END;
  }

  void back() {
    end--;
  }

  boolean accept(String valid) {
    if (peek() != Characters.END && valid.indexOf(peek()) >= 0) {
      end++;
      return true;
    }
    return false;
  }

  void acceptAll(String valid) {
    while (accept(valid)) {
      // Each call moves on by one.
    }
  }

  void acceptName() {
    while (Characters.isAlphaNumeric(peek())) {
      end++;
    }
  }

  int position() {
    return end;
  }

  void reset(int position) {
    end = position;
  }

  /** The text since the last call. */
  String take() {
    String word = word();
    start = end;
    return word;
  }

  String word() {
    int to = Math.min(end, text.length);
    return start >= to ? "" : new String(text, start, to - start);
  }
}
