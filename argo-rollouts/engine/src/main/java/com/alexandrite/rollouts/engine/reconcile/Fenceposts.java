package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How far the number of pods may go above and below spec.replicas. */
record Fenceposts(int surge, int unavailable) {

  /** The limits of a canary; a text that is no percentage counts as 0 for both, as with Argo. */
  static Fenceposts of(CanaryStrategy canary, int replicas) {
    OptionalInt surge = resolve(canary.maxSurge(), replicas, true);
    OptionalInt unavailable = resolve(canary.maxUnavailable(), replicas, false);
    if (surge.isEmpty() || unavailable.isEmpty()) {
      return new Fenceposts(0, 0);
    }
    Fenceposts resolved = of(surge.getAsInt(), unavailable.getAsInt());
    int capped = replicas == 0 ? 0 : Math.min(resolved.unavailable, replicas);
    return new Fenceposts(resolved.surge, capped);
  }

  /** The limits of a rollout; with blue-green a whole revision is added, and nothing beyond. */
  static Fenceposts of(RolloutSpec spec) {
    BlueGreenStrategy blueGreen = spec.blueGreen();
    return blueGreen == null
        ? of(spec.canary(), spec.replicas())
        : ofBlueGreen(blueGreen.maxUnavailable(), spec.replicas());
  }

  /** The limits of a blue-green rollout, which never has more pods than wanted in one revision. */
  static Fenceposts ofBlueGreen(IntOrString maxUnavailable, int replicas) {
    int unavailable = resolve(maxUnavailable, replicas, false).orElse(0);
    return new Fenceposts(0, replicas == 0 ? 0 : Math.min(unavailable, replicas));
  }

  /** Both at 0 would never let a pod be replaced: then one may be missing. */
  static Fenceposts of(int surge, int unavailable) {
    return surge == 0 && unavailable == 0
        ? new Fenceposts(0, 1)
        : new Fenceposts(surge, unavailable);
  }

  /**
   * The number that a value means for so many pods; empty if it is neither number nor percentage.
   */
  static OptionalInt resolve(IntOrString value, int replicas, boolean roundUp) {
    if (value instanceof IntOrString.Whole(int number)) {
      return OptionalInt.of(number);
    }
    return percentage(value.text()).stream()
        .mapToInt(percent -> scaled(percent, replicas, roundUp))
        .findFirst();
  }

  /** A text is a percentage with or without its sign. */
  private static OptionalLong percentage(String text) {
    String digits = text.replace("%", "");
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  private static int scaled(long percent, int replicas, boolean roundUp) {
    double exact = (double) percent * replicas / 100;
    return (int) (roundUp ? Math.ceil(exact) : Math.floor(exact));
  }
}
