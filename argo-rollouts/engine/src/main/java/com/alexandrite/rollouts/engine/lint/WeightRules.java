package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Without a router the share of the traffic is the share of the pods: weights are rounded to it.
 */
final class WeightRules {

  /** Percent that nobody will miss. */
  private static final int TOLERATED = 5;

  private WeightRules() {}

  static void check(LintedRollout rollout, Findings findings) {
    RolloutSpec spec = rollout.rollout().spec();
    if (rollout.routed() || rollout.isBlueGreen() || spec.replicas() == 0) {
      return;
    }
    int surge = new CanaryDecisions(spec, RolloutStatus.initial()).limits().surge();
    Counts before = null;
    for (int i = 0; i < rollout.steps().size(); i++) {
      SetWeight step = rollout.steps().get(i).part(SetWeight.class);
      if (step != null) {
        Counts counts =
            CanaryDecisions.approximate(
                spec.replicas(), step.weight(), spec.canary().fullWeight(), surge);
        check(rollout, i, step.weight(), counts, before, findings);
        before = counts;
      }
    }
  }

  private static void check(
      LintedRollout rollout,
      int index,
      int weight,
      Counts counts,
      @Nullable Counts before,
      Findings findings) {
    int pods = counts.canary() + counts.stable();
    long actual = Math.round(100.0 * counts.canary() / pods);
    boolean far = Math.abs(actual - weight) > TOLERATED;
    if (far || counts.equals(before)) {
      findings.add(
          rollout.document(),
          LintedRollout.step(index) + ".setWeight",
          LintRule.WEIGHT_NOT_POSSIBLE,
          "With %d replicas and no router setWeight %d gives %d of %d pods, %d %%%s."
              .formatted(
                  rollout.rollout().spec().replicas(),
                  weight,
                  counts.canary(),
                  pods,
                  actual,
                  far ? "" : ", the same as the weight before"),
          "Choose a weight that the pods can give, raise replicas, or split the traffic by a"
              + " router.");
    }
  }
}
