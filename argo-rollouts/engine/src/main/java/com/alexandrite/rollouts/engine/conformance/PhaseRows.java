package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.reconcile.RecordedPhases;
import java.util.Map;

/** Rows of {@code phase.jsonl}: phases, progress, deadlines, conditions. */
public final class PhaseRows {

  private PhaseRows() {}

  /** What came of a row. */
  public static RowOutcome run(Map<String, Object> row) {
    String function = Data.text(row.get("fn"));
    Map<String, Object> in = Data.map(row.get("in"));
    Map<String, Object> want = Data.map(row.get("want"));
    return switch (function) {
      case "rolloutPhase" -> Comparison.of(want, PhaseWords.of(RecordedPhases.phase(in), want));
      default ->
          RecordedPhases.decide(function, in)
              .map(decided -> Comparison.of(want, decided))
              .orElseGet(() -> new RowOutcome.NotExecuted(function));
    };
  }
}
