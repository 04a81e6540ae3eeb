package com.alexandrite.cli.flags;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something about a flag that somebody should mend.
 *
 * @param rule which rule found it: {@code definition}, {@code expiry}, {@code unknown}, {@code
 *     unused} or {@code settled}
 * @param key of the flag; empty where none is known
 * @param file path from the top of the checkout
 * @param line counted from 1
 * @param message what is wrong, and what to do
 */
record Finding(Severity severity, String rule, String key, String file, int line, String message) {

  /** Whether it fails the check. */
  enum Severity {
    ERROR,
    WARNING;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean fails() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line: message} */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
