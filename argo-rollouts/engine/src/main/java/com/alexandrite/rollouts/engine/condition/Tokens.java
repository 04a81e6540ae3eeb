package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Token.Kind;
import java.util.List;

/** The tokens of a condition with the place reached so far. */
final class Tokens {

  private final List<Token> tokens;
  private int at;

  Tokens(String text) {
    this.tokens = Lexer.tokens(text);
  }

  Token current() {
    return tokens.get(at);
  }

  /** Moves on; there is nothing behind the end. */
  void next() {
    if (at == tokens.size() - 1) {
      throw Fault.compile("unexpected end of expression");
    }
    at++;
  }

  /** Moves one back. */
  void back() {
    at--;
  }

  boolean is(Kind kind) {
    return current().kind() == kind;
  }

  boolean operator(String text) {
    return current().operator(text);
  }

  boolean bracket(String text) {
    return current().bracket(text);
  }

  boolean acceptOperator(String text) {
    boolean is = operator(text);
    if (is) {
      next();
    }
    return is;
  }

  boolean acceptBracket(String text) {
    boolean is = bracket(text);
    if (is) {
      next();
    }
    return is;
  }

  void expectOperator(String text) {
    if (!acceptOperator(text)) {
      throw unexpected();
    }
  }

  void expectBracket(String text) {
    if (!acceptBracket(text)) {
      throw unexpected();
    }
  }

  String expectName() {
    if (!is(Kind.IDENTIFIER)) {
      throw unexpected();
    }
    String name = current().value();
    next();
    return name;
  }

  Fault unexpected() {
    return Fault.compile("unexpected token " + current());
  }
}
