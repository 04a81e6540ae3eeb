package com.alexandrite.flags;

import java.util.Locale;

/** Whose id decides into which bucket an evaluation falls: one unit always gets one answer. */
public enum Unit {
  /** A person who is signed in. */
  USER,
  /** One order, whoever looks at it. */
  ORDER,
  /** A B2B partner with all its people. */
  PARTNER,
  /** An operator in the workshop. */
  OPERATOR;

  /** Reads the word of a definition file. */
  public static Unit of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word in a definition file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
