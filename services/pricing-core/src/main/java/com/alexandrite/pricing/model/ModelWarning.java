package com.alexandrite.pricing.model;

import java.util.Locale;

/** What a person should know of a model that is priced all the same. */
public enum ModelWarning {
  /** Shells overlap: the common part is counted once for each of them. */
  OVERLAPPING_SHELLS,
  /**
   * A shell lies in another one with the same direction: it adds volume, where a cavity may be
   * meant.
   */
  NESTED_SHELL_SAME_DIRECTION,
  /** There are too many shells to compare each with each; whether some overlap is not known. */
  SHELLS_NOT_COMPARED,
  /** Gaps under a millionth of the diagonal were closed. */
  WELDED,
  /** Bytes behind the last triangle were ignored. */
  TRAILING_BYTES,
  /** The text ends without its closing line, yet behind a whole triangle. */
  MISSING_END,
  /** The longest side is under 0.5 mm or over 500 mm: perhaps other units are meant. */
  SUSPICIOUS_SCALE;

  /** The stable word for programs, as in {@code trailing-bytes}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
