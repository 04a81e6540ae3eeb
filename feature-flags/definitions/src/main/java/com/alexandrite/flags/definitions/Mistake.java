package com.alexandrite.flags.definitions;

/**
 * Why a definition is not accepted.
 *
 * @param file path from the top of the checkout
 * @param line counted from 1
 * @param problem what is wrong
 * @param advice what to do about it
 */
public record Mistake(String file, int line, String problem, String advice) {

  /** {@code file:line: problem. advice} */
  @Override
  public String toString() {
    return file + ":" + line + ": " + problem + ". " + advice + ".";
  }
}
