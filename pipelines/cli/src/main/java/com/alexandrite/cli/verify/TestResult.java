package com.alexandrite.cli.verify;

import java.util.List;

/**
 * The sum of a test run; the last line of {@code alexandrite test --json}.
 *
 * @param report the folder with every log of the run
 */
public record TestResult(
    int passed,
    int failed,
    List<Skipped> skipped,
    List<Failure> failures,
    long seed,
    double seconds,
    String report) {

  /** A test that did not run, and why. */
  public record Skipped(String name, String why) {}

  /**
   * Something that failed.
   *
   * @param name the test, or the stage that broke before its tests
   * @param message its first line
   * @param log the file to read
   */
  public record Failure(String name, String message, String log) {}

  /** Copies the lists. */
  public TestResult {
    skipped = List.copyOf(skipped);
    failures = List.copyOf(failures);
  }

  /** Whether something ran and nothing failed. */
  public boolean good() {
    return failed == 0 && passed > 0;
  }

  /** The one line that a run ends with. */
  public String summary() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped.size());
  }
}
