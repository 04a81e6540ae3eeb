package com.alexandrite.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalsTest {
  private static final String MANIFEST =
      """
      steps:
        - pause:
            duration: 15s
      args:
        - name: window
          value: 20s
        - name: interval
          value: 5s
        - name: count
          value: "3"
      """;

  @Test
  void withoutAScaleNothingChanges() {
    assertThat(Intervals.of(null).scaled(MANIFEST)).isEqualTo(MANIFEST);
  }

  @Test
  void onlyTimesAreScaled() {
    assertThat(Intervals.of("0.4").scaled(MANIFEST))
        .isEqualTo(
            MANIFEST.replace("15s", "6s").replace("20s", "8s").replace("value: 5s", "value: 2s"));
  }

  @Test
  void nothingBecomesTooShortToMeasure() {
    assertThat(Intervals.of("0.01").scaled(MANIFEST))
        .contains("duration: 1s", "value: 8s", "value: 1s");
  }
}
