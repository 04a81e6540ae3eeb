package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Phases, operations and validations, compared with what the real functions decided. */
class SingleDecisionConformanceTest {

  /** Rows that may deviate, with the reason. */
  private static final Map<String, String> KNOWN =
      Map.of("router-252", "more pods than wanted would make a weight of 125: it stays at 100");

  @Test
  void decidesAsRecorded() {
    check("decisions.jsonl", DecisionRows::run);
  }

  @Test
  void tellsThePhaseAsRecorded() {
    check("phase.jsonl", PhaseRows::run);
  }

  @Test
  void findsTheMistakesAsRecorded() {
    check("validation.jsonl", ValidationRows::run);
  }

  private static void check(String file, Function<Map<String, Object>, RowOutcome> run) {
    FileReport report = FileReport.of(file, VectorFile.named(file).rows(), run);
    System.out.println(report.summary());
    assertThat(report.deviations()).filteredOn(it -> !KNOWN.containsKey(it.id())).isEmpty();
    assertThat(report.notExecuted()).isEmpty();
  }
}
