package com.alexandrite.rollouts.engine.condition;

import java.util.Locale;

/**
 * A word of the language; brackets and operators hold their own text, literals their unescaped
 * value.
 */
record Token(Kind kind, String value) {

  enum Kind {
    IDENTIFIER,
    NUMBER,
    STRING,
    BYTES,
    OPERATOR,
    BRACKET,
    END
  }

  boolean operator(String text) {
    return kind == Kind.OPERATOR && value.equals(text);
  }

  boolean bracket(String text) {
    return kind == Kind.BRACKET && value.equals(text);
  }

  @Override
  public String toString() {
    String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    return kind == Kind.END ? "EOF" : name + "(\"" + value + "\")";
  }
}
