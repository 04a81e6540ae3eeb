package com.alexandrite.rollouts.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two conditions of a metric by example. */
class VerdictsTest {

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "'', '', 5, Successful",
        "result < 10, '', 5, Successful",
        "result < 1, '', 5, Failed",
        "'', result > 10, 5, Successful",
        "'', result > 1, 5, Failed",
        "result < 10, result > 1, 5, Failed",
        "result < 10, result > 7, 5, Successful",
        "result < 1, result > 10, 5, Inconclusive",
        "result >= 0.9, '', NaN, Failed",
        "result[0] >= 0.9, '', 5, Error",
        "' ', '', 5, Error"
      })
  void judges(String success, String failure, double value, String phase) {
    assertThat(judge(success, failure, value).phase().text()).isEqualTo(phase);
  }

  @Test
  void saysWhyThereIsNoVerdict() {
    assertThat(judge("result[0] > 1", "", new double[0]).message())
        .isEqualTo(
            "could not evaluate successCondition \"result[0] > 1\": metric result is nil or empty:"
                + " no data returned from the metric provider");
    assertThat(judge("", "result > \"a\"", 1.0).message())
        .startsWith("could not evaluate failureCondition \"result > \"a\"\": invalid operation");
  }

  private static Verdicts.Verdict judge(String success, String failure, @Nullable Object value) {
    MetricSpec metric =
        new MetricSpec("m", "", "", Limits.NONE, success, failure, new ProviderSpec.Missing());
    return Verdicts.judge(metric, value, Instant.EPOCH);
  }
}
