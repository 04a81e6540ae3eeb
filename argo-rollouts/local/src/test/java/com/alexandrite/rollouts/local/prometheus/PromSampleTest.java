package com.alexandrite.rollouts.local.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PromSampleTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1, \"2.5\"]|2.5", "[1]|0", "[]|0", "null|0", "[1, null]|0", "[1, \"2\", \"3\"]|2"})
  void whatAVectorLeavesOutIsZero(String pair, double value) {
    assertThat(PromSample.ofVector(json(pair))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1]", "null", "[1, null]", "{}", "[\"1\", \"2\"]", "[1, \"2f\"]"})
  void aScalarIsComplete(String pair) {
    assertThatThrownBy(() -> PromSample.ofScalar(json(pair)))
        .isInstanceOf(PrometheusFailure.class)
        .hasMessageStartingWith("decode: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, \"2\", \"3\"]", "[null, \"2\"]", "[1]"})
  void aMatrixIsExact(String pair) {
    assertThatThrownBy(() -> PromSample.ofMatrix(json(pair))).isInstanceOf(PrometheusFailure.class);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
