package com.alexandrite.preview;

/**
 * Why something is not as it was asked for.
 *
 * @param code kebab-case, stable for programs: {@code build-failed}
 * @param what the fact, a sentence with names and places
 * @param action what to do about it
 * @param detail lines of a log or statement, empty when there are none
 */
public record Problem(String code, String what, String action, String detail) {

  /** Without lines of a log. */
  public Problem(String code, String what, String action) {
    this(code, what, action, "");
  }
}
