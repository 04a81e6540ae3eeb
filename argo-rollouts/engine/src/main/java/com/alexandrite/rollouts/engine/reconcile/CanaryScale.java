package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many pods canary and stable should have where a router splits the traffic. */
final class CanaryScale {

  private final RolloutSpec spec;
  private final CanaryStrategy canary;
  private final RolloutStatus status;
  private final StepCursor cursor;

  CanaryScale(RolloutSpec spec, RolloutStatus status) {
    this(spec, status, new StepCursor(spec.canary(), status));
  }

  CanaryScale(RolloutSpec spec, RolloutStatus status, StepCursor cursor) {
    this.spec = spec;
    this.canary = spec.canary();
    this.status = status;
    this.cursor = cursor;
  }

  /** Pods wanted of each side. */
  record Counts(int canary, int stable) {}

  /** What sizes the canary: a number of pods, or a share. */
  record CanarySize(@Nullable Integer replicas, int weight) {}

  /** The counts whatever carries the traffic: by the router's split, or by the pods alone. */
  Counts counts(
      @Nullable Revision desired,
      @Nullable Revision stable,
      List<Revision> others,
      @Nullable TrafficWeights weights) {
    return canary.trafficRouting() == null
        ? new BasicCanaryScale(spec, this).counts(desired, stable, others)
        : trafficRouted(desired, stable, weights);
  }

  /**
   * The counts with a router.
   *
   * @param weights the split in effect: with dynamicStableScale a side never shrinks before its
   *     traffic has left
   */
  Counts trafficRouted(
      @Nullable Revision desired, @Nullable Revision stable, @Nullable TrafficWeights weights) {
    CanarySize size = size(desired, stable);
    int canaryCount =
        size.replicas() != null ? size.replicas() : atLeastMinimum(replicasFor(size.weight()));
    if (!canary.dynamicStableScale()) {
      return new Counts(canaryCount, spec.replicas());
    }
    int stableCount = replicasFor(canary.fullWeight() - size.weight());
    if (weights != null) {
      stableCount = Math.max(stableCount, replicasFor(weights.stable().weight()));
      if (status.abort()) {
        canaryCount = Math.max(canaryCount, replicasFor(weights.canary().weight()));
      }
    }
    return new Counts(atLeastMinimum(canaryCount), atLeastMinimum(stableCount));
  }

  CanarySize size(@Nullable Revision desired, @Nullable Revision stable) {
    if (status.promoteFull()
        || status.stableRS().isEmpty()
        || status.currentPodHash().equals(status.stableRS())) {
      return new CanarySize(null, canary.fullWeight());
    }
    SetCanaryScale scale = cursor.canaryScale();
    if (scale != null && scale.replicas() != null) {
      return new CanarySize(scale.replicas(), 0);
    }
    if (scale != null && scale.weight() != null) {
      return new CanarySize(null, scale.weight());
    }
    return new CanarySize(null, weight(desired, stable));
  }

  /**
   * The weight that sizes the canary. After an abort with dynamicStableScale that is the next lower
   * setWeight that the stable pods can carry, so that stable grows back in steps instead of all at
   * once.
   */
  int weight(@Nullable Revision desired, @Nullable Revision stable) {
    if (!status.abort() || !canary.dynamicStableScale() || desired == null || stable == null) {
      return cursor.setWeight();
    }
    int missing = spec.replicas() - stable.available();
    int held =
        ScaleDownDelays.of(canary).explicitAbortDelay()
            ? missing
            : Math.max(missing, desired.available());
    for (CanaryStep step : canary.steps().reversed()) {
      SetWeight written = step.part(SetWeight.class);
      if (written != null && replicasFor(written.weight()) < held) {
        return written.weight();
      }
    }
    return 0;
  }

  int replicasFor(int weight) {
    return replicasFor(spec.replicas(), weight, canary.fullWeight());
  }

  static int replicasFor(int replicas, int weight, int fullWeight) {
    return (int) Math.ceil((double) weight * replicas / fullWeight);
  }

  int atLeastMinimum(int count) {
    Integer minimum = canary.minPodsPerReplicaSet();
    if (count == 0 || minimum == null || canary.trafficRouting() == null) {
      return count;
    }
    return Math.max(count, Math.min(minimum, spec.replicas()));
  }

  /** Whether the pods are as the current step wants them. */
  boolean atDesired(
      @Nullable Revision desired,
      @Nullable Revision stable,
      List<Revision> older,
      @Nullable TrafficWeights weights) {
    Counts counts = counts(desired, stable, older, weights);
    boolean routed = canary.trafficRouting() != null;
    if (!ProgressThreshold.met(canary.replicaProgressThreshold(), desired, counts.canary())) {
      return false;
    }
    if ((!routed || !canary.dynamicStableScale()) && !created(stable, counts.stable())) {
      return false;
    }
    return routed || older.stream().allMatch(revision -> revision.available() == 0);
  }

  private static boolean created(@Nullable Revision revision, int count) {
    return revision != null && count == revision.wanted() && count == revision.created();
  }
}
