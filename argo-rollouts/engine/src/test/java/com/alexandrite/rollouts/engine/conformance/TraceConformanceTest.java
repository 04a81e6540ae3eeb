package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whole rollouts, compared with what the real controller did. */
class TraceConformanceTest {

  /** A few rows of our own, so that the comparison runs wherever the checkout is. */
  @Test
  @SuppressWarnings("unchecked")
  void walksAsWeExpect() throws IOException {
    try (InputStream file =
        TraceConformanceTest.class.getResourceAsStream("/conformance/own-traces.jsonl")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Map<String, Object>> rows =
          text.lines()
              .map(line -> (Map<String, Object>) JsonMapper.shared().readValue(line, Map.class))
              .toList();
      FileReport report = TraceVectors.run("own-traces.jsonl", rows);
      assertThat(report.deviations()).isEmpty();
      assertThat(report.equal()).isEqualTo(rows.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trace-canary-traffic.jsonl",
        "trace-canary-basic.jsonl",
        "trace-operations.jsonl",
        "trace-analysis.jsonl",
        "trace-bluegreen.jsonl",
        "trace-random.jsonl",
        "trace-experiment.jsonl",
        "trace-e2e.jsonl"
      })
  void walksAsRecorded(String file) {
    FileReport report = TraceVectors.run(file, VectorFile.named(file).rows());
    System.out.println(report.summary());
    assertThat(report.deviations()).isEmpty();
  }
}
