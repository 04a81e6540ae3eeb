package com.alexandrite.rollouts.engine.lint;

import java.util.List;

/**
 * What was looked at and what was found.
 *
 * @param rollouts how many there were
 * @param templates how many there were
 * @param findings by file and line
 * @param waived findings that a comment allows
 */
public record LintReport(int rollouts, int templates, List<Finding> findings, List<Waived> waived) {

  public LintReport {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
  }

  /** A finding with the reason why it stays. */
  public record Waived(Finding finding, String reason) {}

  /** Whether there is no error; warnings may be. */
  public boolean passed() {
    return findings.stream().noneMatch(Finding::fails);
  }
}
