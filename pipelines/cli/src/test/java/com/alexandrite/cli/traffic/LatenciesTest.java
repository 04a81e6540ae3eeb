package com.alexandrite.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void nothingRecordedIsZero() {
    assertThat(latencies.percentileMs(0.95)).isZero();
  }

  @Test
  void percentilesOfAnEvenSpreadAreCloseAndNeverTooSmall() {
    for (int ms = 1; ms <= 1000; ms++) {
      latencies.record(Duration.ofMillis(ms));
    }
    assertThat(latencies.percentileMs(0.50)).isBetween(500.0, 500 * 1.07);
    assertThat(latencies.percentileMs(0.95)).isBetween(950.0, 950 * 1.07);
    assertThat(latencies.percentileMs(0.99)).isBetween(990.0, 990 * 1.07);
  }

  @Test
  void smallestAndLargestValuesFit() {
    latencies.record(Duration.ZERO);
    assertThat(latencies.percentileMs(1)).isCloseTo(0, within(0.001));
    latencies.record(Duration.ofDays(30));
    assertThat(latencies.percentileMs(1)).isGreaterThan(3_600_000.0);
  }
}
