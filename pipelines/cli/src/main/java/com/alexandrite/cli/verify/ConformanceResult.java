package com.alexandrite.cli.verify;

import com.alexandrite.rollouts.engine.conformance.FileReport;
import com.alexandrite.rollouts.engine.conformance.FileReport.Decision;
import com.alexandrite.rollouts.engine.conformance.FileReport.Deviation;
import java.util.List;
import java.util.Map;

/** What came of recorded decisions; the last line of {@code alexandrite test --conformance}. */
public record ConformanceResult(List<FileResult> files) {

  /** Copies the list. */
  public ConformanceResult {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param total rows
   * @param equal rows decided as recorded
   * @param decided rows decided otherwise on purpose
   * @param notExecuted rows that use what is not executed
   * @param deviations rows decided otherwise
   * @param decisions which rows are decided otherwise, and why
   * @param missing what is not executed: in how many rows
   */
  public record FileResult(
      String file,
      int total,
      int equal,
      int decided,
      int notExecuted,
      List<Deviation> deviations,
      List<Decision> decisions,
      Map<String, Integer> missing) {

    static FileResult of(FileReport report) {
      return new FileResult(
          report.file(),
          report.total(),
          report.equal(),
          report.decided().size(),
          report.left(),
          report.deviations(),
          report.decided(),
          report.notExecuted());
    }
  }

  static ConformanceResult of(List<FileReport> reports) {
    return new ConformanceResult(reports.stream().map(FileResult::of).toList());
  }

  /** The one line that a run ends with. */
  public String summary() {
    int total = files.stream().mapToInt(FileResult::total).sum();
    int equal = files.stream().mapToInt(FileResult::equal).sum();
    int decided = files.stream().mapToInt(FileResult::decided).sum();
    int deviate = files.stream().mapToInt(file -> file.deviations().size()).sum();
    int left = files.stream().mapToInt(FileResult::notExecuted).sum();
    return "%d rows: %d equal, %d otherwise on purpose, %d deviate, %d not executed"
        .formatted(total, equal, decided, deviate, left);
  }
}
