package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.reconcile.RecordedDecisions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code decisions.jsonl}: operations, promotion, the end of steps and pauses, weights. */
public final class DecisionRows {

  /** The words that recordings have for the reason of a promotion. */
  private static final Map<String, String> REASONS =
      Map.of(
          "Initial deploy", "initialDeploy",
          "Full promotion requested", "promoteFull",
          "Rollback within window", "rollbackWithinWindow",
          "Fast rollback", "fastRollback");

  private DecisionRows() {}

  /** What came of a row. */
  public static RowOutcome run(Map<String, Object> row) {
    Map<String, Object> in = Data.map(row.get("in"));
    Map<String, Object> want = Data.map(row.get("want"));
    String function = Data.text(row.get("fn"));
    return switch (function) {
      case "promote" -> Comparison.of(want, OperationRows.promote(in));
      case "abort", "retry", "restart", "retryExperiment" ->
          Comparison.of(want, OperationRows.blind(function));
      case "undo" -> Comparison.of(want, OperationRows.undo(in));
      default ->
          RecordedDecisions.decide(function, in)
              .map(decided -> Comparison.of(want, worded(decided)))
              .orElseGet(() -> new RowOutcome.NotExecuted(function));
    };
  }

  private static Map<String, @Nullable Object> worded(Map<String, @Nullable Object> decided) {
    if (decided.get("reason") instanceof String reason) {
      String steps = reason.startsWith("Completed all") ? "completedAllSteps" : reason;
      decided.put("reason", REASONS.getOrDefault(reason, steps));
    }
    return decided;
  }
}
