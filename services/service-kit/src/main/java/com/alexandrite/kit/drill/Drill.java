package com.alexandrite.kit.drill;

import java.util.Locale;
import java.util.Map;

/** A fault that a rehearsal puts into a revision. */
enum Drill {
  /** None: the normal case. */
  OFF,
  /** A quarter of the requests is answered with 500. */
  ERRORS,
  /** Six of ten requests take 900 ms longer. */
  LATENCY;

  static final String VARIABLE = "ALEXANDRITE_DRILL";

  /**
   * Reads the process's environment, and nothing that could be set from outside later.
   *
   * @throws IllegalArgumentException if the word is unknown: a rehearsal with no fault would prove
   *     nothing
   */
  static Drill of(Map<String, String> environment) {
    String word = environment.getOrDefault(VARIABLE, "").strip();
    return word.isEmpty() ? OFF : valueOf(word.toUpperCase(Locale.ROOT));
  }
}
