package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.conformance.DecisionRows;
import com.alexandrite.rollouts.engine.conformance.PhaseRows;
import com.alexandrite.rollouts.engine.conformance.RowOutcome;
import com.alexandrite.rollouts.engine.conformance.TraceVectors;
import com.alexandrite.rollouts.engine.conformance.ValidationRows;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who runs a row: by the name of its decision, whatever the file is called; a row without one is a
 * whole rollout.
 */
public final class RowRunners implements AutoCloseable {

  /** A wake-up of a recorded run came up to a millisecond early or late. */
  private static final double RUN_SECONDS = 0.0015;

  /** Runners of several decisions, each of which leaves those that it does not know. */
  private static final List<Function<Map<String, Object>, RowOutcome>> OTHERS =
      List.of(DecisionRows::run, PhaseRows::run, ValidationRows::run);

  private final Map<String, Function<Map<String, Object>, RowOutcome>> byDecision = new HashMap<>();
  private final PrometheusRows prometheus = new PrometheusRows();

  /** Every kind of row that can be run. */
  public RowRunners() {
    decisions(ConditionRows.DECISIONS, Comparison.EXACT);
    decisions(AnalysisRows.DECISIONS, Comparison.EXACT);
    decisions(ScheduleRows.DECISIONS, Comparison.EXACT);
    decisions(RunSequenceRows.DECISIONS, RUN_SECONDS);
    decisions(TemplateRows.DECISIONS, Comparison.EXACT);
    decisions(ArgumentRows.DECISIONS, Comparison.EXACT);
    decisions(WebRows.DECISIONS, Comparison.EXACT);
    decisions(prometheus.decisions(), Comparison.EXACT);
    decisions(StepRows.DECISIONS, Comparison.EXACT);
    decisions(LimitRows.DECISIONS, Comparison.EXACT);
    decisions(ReplicaRows.DECISIONS, Comparison.EXACT);
  }

  private void decisions(Map<String, Decision> decisions, double tolerance) {
    Comparison comparison = Comparison.within(tolerance);
    decisions.forEach((name, decision) ->
        byDecision.put(
            name,
            row -> {
              var in = Tree.map(row, "in");
              var want = Tree.map(row, "want");
              return comparison.compare(want, decision.decide(in, want));
            }));
  }

  /**
   * Runs a row. Whatever the engine throws at it is a deviation, an unknown row is not executed.
   */
  public RowOutcome run(Map<String, Object> row) {
    try {
      return runner(row).apply(row);
    } catch (RuntimeException | StackOverflowError e) {
      return new RowOutcome.Deviates(String.valueOf(row.get("want")), "threw " + e);
    }
  }

  private Function<Map<String, Object>, RowOutcome> runner(Map<String, Object> row) {
    String name = Data.text(row.get("fn"));
    if (name.isEmpty() && row.get("rollout") instanceof Map<?, ?>) {
      return TraceVectors::run;
    }
    return byDecision.getOrDefault(name, RowRunners::other);
  }

  private static RowOutcome other(Map<String, Object> row) {
    return OTHERS.stream()
        .map(runner -> runner.apply(row))
        .filter(outcome -> !(outcome instanceof RowOutcome.NotExecuted))
        .findFirst()
        .orElseGet(() -> new RowOutcome.NotExecuted("fn " + Data.text(row.get("fn"))));
  }

  @Override
  public void close() {
    prometheus.close();
  }
}
