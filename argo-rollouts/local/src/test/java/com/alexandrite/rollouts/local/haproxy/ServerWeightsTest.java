package com.alexandrite.rollouts.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ServerWeightsTest {
  @Property
  void eachOfThreeGroupsHasExactlyItsPart(
      @ForAll @IntRange(max = 50) int canary,
      @ForAll @IntRange(min = 1, max = 40) int tried,
      @ForAll @IntRange(min = 1, max = 12) int stables,
      @ForAll @IntRange(min = 1, max = 12) int canaries,
      @ForAll @IntRange(min = 1, max = 4) int pods) {
    List<Integer> parts = List.of(100 - canary - tried, canary, tried);
    List<List<Integer>> weights = ServerWeights.of(parts, List.of(stables, canaries, pods));
    int all = weights.stream().mapToInt(ServerWeightsTest::sum).sum();

    for (int i = 0; i < parts.size(); i++) {
      assertThat(sum(weights.get(i)) * 100).isEqualTo(parts.get(i) * all);
      assertThat(weights.get(i)).allMatch(weight -> weight >= 0 && weight <= 256);
    }
  }

  private static int sum(List<Integer> weights) {
    return weights.stream().mapToInt(Integer::intValue).sum();
  }
}
