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
 * @param decided rows whose outcome is another on purpose
 */
public record FileReport(
    String file,
    int total,
    int equal,
    Map<String, Integer> notExecuted,
    List<Deviation> deviations,
    List<Decision> decided) {

  public FileReport {
    notExecuted = Map.copyOf(notExecuted);
    deviations = List.copyOf(deviations);
    decided = List.copyOf(decided);
  }

  /** Runs all rows of a file. */
  public static FileReport of(
      String file, List<Map<String, Object>> rows, Function<Map<String, Object>, RowOutcome> run) {
    int equal = 0;
    Map<String, Integer> notExecuted = new TreeMap<>();
    List<Deviation> deviations = new ArrayList<>();
    List<Decision> decided = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      String id = String.valueOf(row.get("id"));
      switch (run.apply(row)) {
        case RowOutcome.Equal same -> equal++;
        case RowOutcome.Deviates(String expected, String actual) ->
            deviations.add(new Deviation(id, expected, actual));
        case RowOutcome.Decided(String reason, String expected, String actual) ->
            decided.add(new Decision(id, reason, expected, actual));
        case RowOutcome.NotExecuted(String what) -> notExecuted.merge(what, 1, Integer::sum);
      }
    }
    return new FileReport(file, rows.size(), equal, notExecuted, deviations, decided);
  }

  /** A row whose outcome is another than the recorded one. */
  public record Deviation(String id, String expected, String actual) {}

  /** A row whose outcome is another on purpose. */
  public record Decision(String id, String reason, String expected, String actual) {}

  /** How many rows use what the engine does not execute. */
  public int left() {
    return notExecuted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether every row was executed and none deviates but on purpose. */
  public boolean good() {
    return deviations.isEmpty() && notExecuted.isEmpty();
  }

  /** The report in one line. */
  public String summary() {
    return "%s: %d rows, %d equal, %d decided, %d deviate, %d not executed"
        .formatted(file, total, equal, decided.size(), deviations.size(), left());
  }
}
