package com.alexandrite.cli.flags;

import java.util.List;

/**
 * What came of a check.
 *
 * @param flags how many definitions could be read
 * @param settledBy where it is known from since when a flag is at 0 or 100 %
 */
record CheckResult(
    boolean passed,
    int flags,
    long errors,
    long warnings,
    String settledBy,
    List<Finding> findings) {

  static CheckResult of(int flags, String settledBy, List<Finding> findings) {
    long errors = findings.stream().filter(Finding::fails).count();
    return new CheckResult(
        errors == 0, flags, errors, findings.size() - errors, settledBy, findings);
  }

  String summary() {
    return "%d flags: %d errors, %d warnings (settled: %s)."
        .formatted(flags, errors, warnings, settledBy);
  }
}
