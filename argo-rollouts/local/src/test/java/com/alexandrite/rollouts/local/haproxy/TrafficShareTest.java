package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrafficShareTest {
  @Property
  void canaryHasExactlyItsPercentage(
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @IntRange(min = 1, max = 24) int stables,
      @ForAll @IntRange(min = 1, max = 24) int canaries) {
    TrafficShare share = TrafficShare.of(percent, stables, canaries);
    int stable = sum(share.stable());
    int canary = sum(share.canary());

    assertThat(canary * 100).isEqualTo(percent * (stable + canary));
    assertThat(share.stable()).hasSize(stables).allMatch(weight -> weight >= 0 && weight <= 256);
    assertThat(share.canary()).hasSize(canaries).allMatch(weight -> weight >= 0 && weight <= 256);
  }

  @Property
  void everyServerOfAServingSideTakesRequests(
      @ForAll @IntRange(min = 5, max = 95) int percent,
      @ForAll @IntRange(min = 1, max = 12) int stables,
      @ForAll @IntRange(min = 1, max = 12) int canaries) {
    TrafficShare share = TrafficShare.of(percent, stables, canaries);

    assertThat(share.stable()).allMatch(weight -> weight > 0);
    assertThat(share.canary()).allMatch(weight -> weight > 0);
  }

  @Test
  void smallNumbersForSmallGroups() {
    assertThat(TrafficShare.of(10, 1, 1)).isEqualTo(new TrafficShare(List.of(9), List.of(1)));
    assertThat(TrafficShare.of(20, 4, 1))
        .isEqualTo(new TrafficShare(List.of(1, 1, 1, 1), List.of(1)));
  }

  @Test
  void theOnlySideTakesEverything() {
    assertThat(TrafficShare.of(50, 2, 0).stable()).containsExactly(100, 100);
    assertThat(TrafficShare.of(0, 0, 2).canary()).containsExactly(100, 100);
    assertThat(TrafficShare.of(100, 2, 1).stable()).containsExactly(0, 0);
  }

  private static int sum(List<Integer> weights) {
    return weights.stream().mapToInt(Integer::intValue).sum();
  }
}
