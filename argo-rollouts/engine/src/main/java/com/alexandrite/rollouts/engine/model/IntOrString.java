package com.alexandrite.rollouts.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A value that the manifest may write as a number or as a text: {@code 3}, {@code "3"}, {@code
 * "25%"}.
 */
public sealed interface IntOrString {

  /** The value as the manifest's text, without quotes. */
  String text();

  static IntOrString of(int value) {
    return new Whole(value);
  }

  static IntOrString of(String value) {
    return new Text(value);
  }

  /** The value of a parsed manifest; null stays null. */
  static @Nullable IntOrString from(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> of(number.intValue());
      default -> of(value.toString());
    };
  }

  /** Written as a number. */
  record Whole(int value) implements IntOrString {
    @Override
    public String text() {
      return Integer.toString(value);
    }
  }

  /** Written as a text. */
  record Text(String value) implements IntOrString {
    @Override
    public String text() {
      return value;
    }
  }
}
