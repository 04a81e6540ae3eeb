package com.alexandrite.rollouts.conformance;

import com.alexandrite.rollouts.conformance.rows.RowRunners;
import com.alexandrite.rollouts.engine.conformance.FileReport;
import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs files of recorded decisions through the engine, on its virtual clock. */
public final class Conformance {

  private final DecidedDeviations decided = DecidedDeviations.ofThisProject();

  /**
   * Runs every row of every file.
   *
   * @param reported told of each file when it is done
   * @throws IOException when a file can't be read
   */
  public List<FileReport> run(List<VectorFile> files, Consumer<FileReport> reported)
      throws IOException {
    List<FileReport> reports = new ArrayList<>();
    try (RowRunners runners = new RowRunners()) {
      for (VectorFile file : files) {
        FileReport report = FileReport.of(file.name(), file.rows(), row -> outcome(runners, row));
        reports.add(report);
        reported.accept(report);
      }
    }
    return reports;
  }

  private RowOutcome outcome(RowRunners runners, Map<String, Object> row) {
    Object unreadable = row.get(VectorFile.UNREADABLE);
    return unreadable == null
        ? decided.heed(row, runners.run(row))
        : new RowOutcome.Deviates("a row of JSON", unreadable.toString());
  }
}
