package com.alexandrite.rollouts.engine.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum(rate(a{code="5.."}[1m])) / sum(rate(a[1m]))                              | 0    | 1
          (sum(rate(a{x="}"}[1m])) or vector(0)) / sum(rate(a[1m]))                    | 0    | 1
          1 - sum(rate(a{code!~"2.."}[1m])) / sum(rate(a[1m]))                         | 0    | 1
          100 * (sum(rate(a{ok="no"}[1m])) / sum(rate(a[1m])))                         | 0    | 100
          sum by (pod) (rate(a{b="c"}[1m])) / on (pod) sum by (pod) (rate(a[1m]))      | 0    | 1
          sum(rate(a{b="c"}[1m])) / sum(rate(a[1m])) and sum(increase(a[1m])) >= 20    | 0    | 1
          sum(rate(a[1m])) / sum(rate(b[1m]))                                          | 0    | Infinity
          sum(rate(a{code="5..", h='1'}[1m])) / sum(rate(a{h='1'}[1m]))                | 0    | 1
          sum(rate(a{h="new"}[1m])) / sum(rate(a{h="old"}[1m]))                        | 0    | Infinity
          sum(rate(a[1m])) / sum(rate(a{code="5.."}[1m]))                              | 0    | Infinity
          sum(rate(a{code="5.."}[1m])) / sum(rate(a[5m]))                              | 0    | Infinity
          sum(rate(a{h="new"}[1m])) / on () group_right () sum by (pod) (rate(a[1m]))  | 0    | Infinity
          avg(rate(a{h="new"}[1m])) / avg(rate(a[1m]))                                 | 0    | Infinity
          (sum(rate(a{x="1"}[1m])) / sum(rate(b{x="1"}[1m]))) / (sum(rate(a[1m])) / sum(rate(b[1m]))) | 0 | Infinity
          (sum(rate(a{h="1",c="5"}[1m])) / sum(rate(a{h="1"}[1m]))) / (sum(rate(a{h="2",c="5"}[1m])) / sum(rate(a{h="2"}[1m]))) | 0 | Infinity
          histogram_quantile(0.95, rate(a{h="new"}[5m])) / histogram_quantile(0.95, rate(a{h="old"}[5m])) | 0 | Infinity
          histogram_quantile(0.95, rate(a{h="new"}[5m])) / histogram_quantile(0.95, rate(a[5m])) | 0 | Infinity
          histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m])))                   | 0    | Infinity
          sum(rate(a[1m])) - sum(rate(b[1m]))                                          | -Infinity | Infinity
          sum(queue_length)                                                            | -Infinity | Infinity
          """)
  void knowsBetweenWhichNumbersItsValuesLie(String query, double low, double high) {
    assertThat(PromQuery.of(query).range()).isEqualTo(new PromRange(low, high));
  }

  @Test
  void looksBackAsFarAsItsLongestRange() {
    assertThat(PromQuery.of("rate(a[90s]) + max_over_time(b[1h30m:1m])").window())
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(PromQuery.of("up{path=\"[5m]\"} # [1d]").window()).isZero();
  }

  @Test
  void knowsItsMinimumAndWhetherThereIsAlwaysAnAnswer() {
    assertThat(PromQuery.of("a / b and sum(increase(c{d>=\"9\"}[1m])) >= 20").minimum())
        .hasValue(20);
    assertThat(PromQuery.of("a / b").hasMinimum()).isFalse();
    assertThat(PromQuery.of("sum(a) or vector(0)").alwaysAnswers()).isTrue();
    assertThat(PromQuery.of("scalar(sum(a))").isScalar()).isTrue();
    assertThat(PromQuery.of("sum(a)").alwaysAnswers()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scalar(sum(a))                          | true
          100 * scalar(a)                         | true
          -(scalar(a) / scalar(b)) * 2            | true
          2 * -1                                  | true
          scalar(a) > bool 3                      | true
          (time() - 60)                           | true
          Inf                                     | true
          scalar(sum(a)) * sum(rate(b[1m]))       | false
          sum(rate(b[1m])) * scalar(sum(a))       | false
          scalar(a) * vector(1)                   | false
          vector(1)                               | false
          a                                       | false
          infected                                | false
          """)
  void knowsANumberFromAList(String query, boolean scalar) {
    assertThat(PromQuery.of(query).isScalar()).isEqualTo(scalar);
  }
}
