package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.reconcile.CanaryScale.Counts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The weights of the pricing worker's steps are shares that its number of pods can give. */
class WorkerSharesTest {

  @Test
  void aThirdAndTwoThirds() {
    RolloutSpec spec = ShopManifests.accepted("pricing-worker").rollout().spec();
    int surge = Fenceposts.of(spec.canary(), spec.replicas()).surge();
    List<Counts> counts =
        spec.canary().steps().stream()
            .filter(SetWeight.class::isInstance)
            .map(step -> ((SetWeight) step).weight())
            .map(weight -> BasicCanaryScale.approximate(spec.replicas(), weight, 100, surge))
            .toList();
    assertThat(counts).containsExactly(new Counts(1, 2), new Counts(2, 1));
  }
}
