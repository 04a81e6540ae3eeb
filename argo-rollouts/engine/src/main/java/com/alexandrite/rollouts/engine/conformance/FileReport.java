package com.alexandrite.rollouts.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What came of the rows of one file.
 *
 * @param total rows of the file
 * @param equal rows whose outcome is the recorded one
 * @param notExecuted rows that use what the engine does not execute: how many, by what that is
 */
public record FileReport(
    String file,
    int total,
    int equal,
    Map<String, Integer> notExecuted,
    List<Deviation> deviations) {

  public FileReport {
    notExecuted = Map.copyOf(notExecuted);
    deviations = List.copyOf(deviations);
  }

  /** Runs all rows of a file. */
  public static FileReport of(
      String file, List<Map<String, Object>> rows, Function<Map<String, Object>, RowOutcome> run) {
    int equal = 0;
    Map<String, Integer> notExecuted = new TreeMap<>();
    List<Deviation> deviations = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      switch (run.apply(row)) {
        case RowOutcome.Equal same -> equal++;
        case RowOutcome.Deviates(String expected, String actual) ->
            deviations.add(new Deviation(String.valueOf(row.get("id")), expected, actual));
        case RowOutcome.NotExecuted(String what) -> notExecuted.merge(what, 1, Integer::sum);
      }
    }
    return new FileReport(file, rows.size(), equal, notExecuted, deviations);
  }

  /** A row whose outcome is another than the recorded one. */
  public record Deviation(String id, String expected, String actual) {}

  /** The report in one line. */
  public String summary() {
    int left = notExecuted.values().stream().mapToInt(Integer::intValue).sum();
    return "%s: %d rows, %d equal, %d deviate, %d not yet executed %s"
        .formatted(file, total, equal, deviations.size(), left, left == 0 ? "" : notExecuted);
  }
}
