package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole rollouts, compared with what the real controller did. */
class TraceConformanceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trace-canary-traffic.jsonl",
        "trace-canary-basic.jsonl",
        "trace-operations.jsonl",
        "trace-analysis.jsonl",
        "trace-random.jsonl",
        "trace-e2e.jsonl"
      })
  void walksAsRecorded(String file) {
    FileReport report = TraceVectors.run(file, VectorFile.named(file).rows());
    System.out.println(report.summary());
    assertThat(report.deviations()).isEmpty();
  }
}
