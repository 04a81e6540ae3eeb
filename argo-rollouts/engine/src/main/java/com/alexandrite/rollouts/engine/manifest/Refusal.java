package com.alexandrite.rollouts.engine.manifest;

/**
 * Why a manifest is not accepted.
 *
 * @param file name of the file as it was given
 * @param line counted from 1; 0 where no line is known
 * @param path of the field, for example {@code spec.strategy.canary.steps[2].pause.duration}; empty
 *     for the document
 * @param problem what is wrong
 * @param advice what to do about it
 */
public record Refusal(String file, int line, String path, String problem, String advice) {

  /** {@code file:line: path problem. advice} */
  @Override
  public String toString() {
    String where = line > 0 ? file + ":" + line : file;
    String field = path.isEmpty() ? "" : path + " ";
    return where + ": " + field + problem + (advice.isEmpty() ? "" : ". " + advice);
  }
}
