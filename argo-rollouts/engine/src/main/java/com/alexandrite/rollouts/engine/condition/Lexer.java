package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns text into tokens; the last one is always the end. */
final class Lexer {

  private static final Set<String> WORD_OPERATORS =
      Set.of(
          "in", "or", "and", "matches", "contains", "startsWith", "endsWith", "let", "if", "else");
  private static final Set<String> NEGATABLE =
      Set.of("in", "matches", "contains", "startsWith", "endsWith");
  private static final String DECIMAL = "0123456789_";

  private final Cursor cursor;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String text) {
    this.cursor = new Cursor(text);
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    int c = lexer.cursor.next();
    while (c != Characters.END) {
      lexer.token(c);
      c = lexer.cursor.next();
    }
    lexer.tokens.add(new Token(Kind.END, ""));
    return lexer.tokens;
  }

  private void token(int c) {
    if (Characters.isSpace(c)) {
      cursor.take();
    } else if (c == '\'' || c == '"') {
      literal(Kind.STRING, Literals.quoted(cursor, c));
    } else if (c == '`') {
      literal(Kind.STRING, Literals.raw(cursor));
    } else if ((c == 'b' || c == 'B') && (cursor.peek() == '\'' || cursor.peek() == '"')) {
      literal(Kind.BYTES, Literals.bytes(cursor, cursor.next()));
    } else if (c >= '0' && c <= '9') {
      cursor.back();
      number();
    } else if (Characters.isAlphaNumeric(c)) {
      word();
    } else {
      symbol(c);
    }
  }

  private void symbol(int c) {
    switch (c) {
      case '?' -> operator(".?");
      case '|' -> operator("|");
      case ':' -> operator(":");
      case '&', '!', '=', '*', '<', '>' -> operator("&=*");
      case ',', ';', '%', '+', '-', '^' -> emit(Kind.OPERATOR);
      case '(', '[', '{', ')', ']', '}' -> emit(Kind.BRACKET);
      case '/' -> slash();
      case '#' -> pointer();
      case '.' -> dot();
      default -> throw Fault.compile("unrecognized character: U+%04X".formatted(c));
    }
  }

  private void operator(String second) {
    cursor.accept(second);
    emit(Kind.OPERATOR);
  }

  private void emit(Kind kind) {
    tokens.add(new Token(kind, cursor.take()));
  }

  private void literal(Kind kind, String value) {
    cursor.take();
    tokens.add(new Token(kind, value));
  }

  private void slash() {
    if (cursor.accept("/")) {
      int c = cursor.next();
      while (c != '\n' && c != Characters.END) {
        c = cursor.next();
      }
      cursor.take();
    } else if (cursor.accept("*")) {
      comment();
    } else {
      emit(Kind.OPERATOR);
    }
  }

  private void comment() {
    int c = cursor.next();
    while (!(c == '*' && cursor.accept("/"))) {
      if (c == Characters.END) {
        throw Fault.compile("unclosed comment");
      }
      c = cursor.next();
    }
    cursor.take();
  }

  private void pointer() {
    operator("#");
    cursor.acceptName();
    if (!cursor.word().isEmpty()) {
      emit(Kind.IDENTIFIER);
    }
  }

  private void dot() {
    int c = cursor.peek();
    if (c >= '0' && c <= '9') {
      cursor.back();
      number();
    } else {
      operator(".");
    }
  }

  private void number() {
    String digits = digits();
    cursor.acceptAll(digits);
    int whole = cursor.position();
    if (cursor.accept(".")) {
      if (cursor.peek() == '.') {
        // Two dots are a range, so this one does not belong to the number.
        cursor.reset(whole);
        emit(Kind.NUMBER);
        return;
      }
      cursor.acceptAll(digits);
    }
    if (cursor.accept("eE")) {
      cursor.accept("+-");
      cursor.acceptAll(digits);
    }
    if (Characters.isAlphaNumeric(cursor.peek())) {
      cursor.next();
      throw Fault.compile("bad number syntax: \"" + cursor.word() + "\"");
    }
    emit(Kind.NUMBER);
  }

  private String digits() {
    if (!cursor.accept("0")) {
      return DECIMAL;
    }
    if (cursor.accept("xX")) {
      return "0123456789abcdefABCDEF_";
    }
    if (cursor.accept("oO")) {
      return "01234567_";
    }
    return cursor.accept("bB") ? "01_" : DECIMAL;
  }

  private void word() {
    cursor.acceptName();
    if (cursor.word().equals("not")) {
      not();
    } else {
      emit(WORD_OPERATORS.contains(cursor.word()) ? Kind.OPERATOR : Kind.IDENTIFIER);
    }
  }

  /** {@code not in} and its like are operators even where {@code in} alone would be a name. */
  private void not() {
    emit(Kind.OPERATOR);
    cursor.acceptAll(" ");
    cursor.take();
    int after = cursor.position();
    cursor.acceptName();
    if (NEGATABLE.contains(cursor.word())) {
      emit(Kind.OPERATOR);
    } else {
      cursor.reset(after);
    }
  }
}
