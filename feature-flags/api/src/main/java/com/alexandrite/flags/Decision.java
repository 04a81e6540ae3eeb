package com.alexandrite.flags;

import org.jspecify.annotations.Nullable;

/**
 * An answer and why it is so.
 *
 * @param variant name of the variant that was chosen
 * @param rule 0-based number of the rule that took the unit in; -1 when none did
 * @param bucket 0..9999, where the unit falls; -1 when the context has no such unit or no document
 *     gives the flag a salt
 * @param version of the document; 0 when none has been seen
 */
public record Decision<T>(
    T value, String variant, Reason reason, int rule, int bucket, long version) {

  /** Why. */
  public enum Reason {
    /** No document has been seen: the declared fallback. */
    NO_DOCUMENT,
    /** The document does not know the flag: the declared fallback. */
    NOT_IN_DOCUMENT,
    /** This process's catalogue does not hold the flag: the declared fallback. */
    NOT_IN_CATALOGUE,
    /** The flag is switched off. */
    SWITCHED_OFF,
    /** A rule took the unit in. */
    RULE,
    /** No rule took the unit in. */
    NO_RULE,
    /** Faults are asked for outside of a drill environment. */
    NO_DRILL
  }

  /** A sentence for people. */
  public String sentence(@Nullable String unitId) {
    return switch (reason) {
      case NO_DOCUMENT -> "no flag document has been seen: the declared fallback";
      case NOT_IN_DOCUMENT -> "the flag document does not know the flag: the declared fallback";
      case NOT_IN_CATALOGUE -> "this process does not know the flag: the declared fallback";
      case SWITCHED_OFF -> "the flag is switched off";
      case RULE ->
          "rule " + (rule + 1) + " takes " + (unitId == null ? "everybody" : unitId) + " in";
      case NO_RULE -> "no rule takes " + (unitId == null ? "an unknown unit" : unitId) + " in";
      case NO_DRILL -> "fault flags work in drill environments only";
    };
  }
}
