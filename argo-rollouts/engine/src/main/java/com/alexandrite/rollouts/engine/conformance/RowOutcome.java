package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.conformance.FileReport.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What came of one row. */
public sealed interface RowOutcome {

  /** As recorded. */
  record Equal() implements RowOutcome {}

  /** Otherwise. */
  record Deviates(String expected, String actual) implements RowOutcome {}

  /** The row uses what the engine does not execute. */
  record NotExecuted(String what) implements RowOutcome {}

  /** Runs all rows of a file. */
  static FileReport report(
      String file, List<Map<String, Object>> rows, Function<Map<String, Object>, RowOutcome> run) {
    int equal = 0;
    Map<String, Integer> notExecuted = new TreeMap<>();
    List<Deviation> deviations = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      switch (run.apply(row)) {
        case Equal same -> equal++;
        case Deviates(String expected, String actual) ->
            deviations.add(new Deviation(String.valueOf(row.get("id")), expected, actual));
        case NotExecuted(String what) -> notExecuted.merge(what, 1, Integer::sum);
      }
    }
    return new FileReport(file, rows.size(), equal, notExecuted, deviations);
  }
}
