package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.lint.Finding;
import com.alexandrite.rollouts.engine.lint.LintReport;
import java.util.List;

/**
 * The last line of {@code alexandrite rollouts lint --json}.
 *
 * @param passed whether there is no error
 */
record LintResult(
    boolean passed, int rollouts, int templates, List<Line> findings, List<Waived> waived) {

  /**
   * One finding.
   *
   * @param severity {@code error} or {@code warning}
   */
  record Line(
      String file,
      int line,
      String rule,
      String severity,
      String path,
      String problem,
      String advice) {

    static Line of(Finding finding) {
      return new Line(
          finding.file(),
          finding.line(),
          finding.rule().id(),
          finding.rule().severity().word(),
          finding.path(),
          finding.problem(),
          finding.advice());
    }
  }

  /** A finding that a comment allows. */
  record Waived(Line finding, String reason) {}

  static LintResult of(LintReport report) {
    return new LintResult(
        report.passed(),
        report.rollouts(),
        report.templates(),
        report.findings().stream().map(Line::of).toList(),
        report.waived().stream()
            .map(it -> new Waived(Line.of(it.finding()), it.reason()))
            .toList());
  }

  /** The one line that the command ends with. */
  String summary() {
    long errors = findings.stream().filter(it -> it.severity().equals("error")).count();
    return "%d rollouts, %d templates: %d errors, %d warnings, %d allowed"
        .formatted(rollouts, templates, errors, findings.size() - errors, waived.size());
  }
}
