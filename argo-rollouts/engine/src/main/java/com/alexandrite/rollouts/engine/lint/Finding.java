package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.LintRule.Severity;

/**
 * Something that somebody should mend.
 *
 * @param file name of the file as it was given
 * @param line counted from 1; 0 where no line is known
 * @param path of the field in its document; empty for the document
 * @param problem what is wrong, a sentence
 * @param advice what to do, a sentence
 */
public record Finding(
    String file, int line, LintRule rule, String path, String problem, String advice) {

  /** Whether manifests with it should not be used. */
  public boolean fails() {
    return rule.severity() == Severity.ERROR;
  }

  /** {@code file:line: error unknown-field: problem. advice} */
  @Override
  public String toString() {
    return "%s:%d: %s %s: %s %s"
        .formatted(file, line, rule.severity().word(), rule.id(), problem, advice);
  }
}
