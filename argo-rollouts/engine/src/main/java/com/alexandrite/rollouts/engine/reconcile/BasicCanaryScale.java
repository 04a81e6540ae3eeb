package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.reconcile.CanaryScale.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pods canary and stable should have where the number of pods alone splits the traffic.
 */
final class BasicCanaryScale {

  private final RolloutSpec spec;
  private final CanaryScale scale;
  private final Fenceposts fenceposts;

  BasicCanaryScale(RolloutSpec spec, CanaryScale scale) {
    this.spec = spec;
    this.scale = scale;
    this.fenceposts = Fenceposts.of(spec.canary(), spec.replicas());
  }

  /**
   * The next counts on the way to the wanted split: first up as far as maxSurge allows (stable
   * before canary), then down as far as maxUnavailable allows, and down only when no older revision
   * has pods left.
   */
  Counts counts(@Nullable Revision desired, @Nullable Revision stable, List<Revision> others) {
    boolean both = stable != null && (desired == null || !desired.hash().equals(stable.hash()));
    Counts goal =
        both
            ? approximate(
                spec.replicas(),
                scale.size(desired, stable).weight(),
                spec.canary().fullWeight(),
                fenceposts.surge())
            : new Counts(spec.replicas(), 0);
    Counts now = new Counts(wanted(desired), both ? wanted(stable) : 0);
    Counts raised = scaleUp(now, goal, wanted(others), desired != null);
    if (wanted(others) > 0) {
      return raised;
    }
    return scaleDown(raised, goal, desired, stable, both);
  }

  private Counts scaleUp(Counts now, Counts goal, int older, boolean hasCanary) {
    int room = spec.replicas() + fenceposts.surge() - (older + now.canary() + now.stable());
    int stable = raise(now.stable(), goal.stable(), room);
    int left = room - (stable - now.stable());
    int canary = hasCanary ? raise(now.canary(), goal.canary(), left) : 0;
    return new Counts(canary, stable);
  }

  private static int raise(int now, int goal, int room) {
    return room > 0 && now < goal ? Math.min(goal, now + room) : now;
  }

  private Counts scaleDown(
      Counts raised,
      Counts goal,
      @Nullable Revision desired,
      @Nullable Revision stable,
      boolean both) {
    int minAvailable = spec.replicas() - fenceposts.unavailable();
    boolean growing = desired == null || goal.canary() >= desired.wanted();
    int spare = forScaleDown(desired, !growing) + forScaleDown(stable, growing) - minAvailable;
    if (spare <= 0) {
      return raised;
    }
    if (!growing) {
      int canary = lower(desired, goal.canary(), spare, raised.canary());
      Fitted fitted = fit(desired, stable, canary, raised.stable(), minAvailable);
      return new Counts(fitted.drained(), fitted.adjusted());
    }
    if (!both) {
      return raised;
    }
    int stableCount = lower(stable, goal.stable(), spare, raised.stable());
    Fitted fitted = fit(stable, desired, stableCount, raised.canary(), minAvailable);
    return new Counts(fitted.adjusted(), fitted.drained());
  }

  private static int lower(@Nullable Revision revision, int goal, int spare, int otherwise) {
    return revision != null && revision.wanted() > goal
        ? Math.max(goal, revision.wanted() - spare)
        : otherwise;
  }

  private record Fitted(int drained, int adjusted) {}

  /**
   * Keeps the sum within maxSurge: takes the excess from the side that is not draining, gives back
   * what availability needs, and takes that from the draining side instead.
   */
  private Fitted fit(
      @Nullable Revision drain,
      @Nullable Revision adjust,
      int drained,
      int adjusted,
      int minAvailable) {
    if (adjust == null) {
      return new Fitted(drained, adjusted);
    }
    int allowed = spec.replicas() + fenceposts.surge();
    int fitted = adjusted - Math.max(0, adjusted + drained - allowed);
    int available =
        (drain == null ? 0 : Math.min(drain.available(), drained))
            + Math.min(adjust.available(), fitted);
    int lost = Math.max(0, adjust.available() - fitted);
    int missing = Math.max(0, minAvailable - available);
    fitted += Math.min(lost, missing);
    return new Fitted(drained - Math.max(0, fitted + drained - allowed), fitted);
  }

  /**
   * The counts that come closest to the weight, in sum spec.replicas or (with surge) one more.
   * Between none and all of the traffic and with room for both, neither side gets none.
   */
  static Counts approximate(int replicas, int weight, int fullWeight, int maxSurge) {
    if (replicas == 0) {
      return new Counts(0, 0);
    }
    List<Counts> options = options(replicas, weight, fullWeight, maxSurge);
    Counts best = new Counts(0, replicas);
    double bestDelta = Double.POSITIVE_INFINITY;
    for (Counts option : options) {
      double delta = delta(option, weight, fullWeight);
      if (delta < bestDelta) {
        best = option;
        bestDelta = delta;
      }
    }
    return best;
  }

  private static List<Counts> options(int replicas, int weight, int fullWeight, int maxSurge) {
    double exact = (double) (replicas * weight) / fullWeight;
    int ceiling = (int) Math.ceil(exact);
    int floor = (int) Math.floor(exact);
    double share = (double) weight / fullWeight;
    boolean noneAllowed = weight == fullWeight || weight == 0 || (replicas == 1 && maxSurge == 0);
    List<Counts> options = new ArrayList<>();
    if (ceiling < replicas || noneAllowed) {
      options.add(new Counts(ceiling, replicas - ceiling));
    }
    if (!tied(share, replicas) && (floor != 0 || noneAllowed)) {
      options.add(new Counts(floor, replicas - floor));
    }
    if (maxSurge > 0) {
      options.add(new Counts(ceiling, replicas + 1 - ceiling));
      if (!tied(share, replicas + 1) && (floor != 0 || noneAllowed)) {
        options.add(new Counts(floor, replicas + 1 - floor));
      }
    }
    return options;
  }

  private static boolean tied(double share, int replicas) {
    double exact = replicas * share;
    return exact - (long) exact == 0.5;
  }

  private static double delta(Counts option, int weight, int fullWeight) {
    int total = option.canary() + option.stable();
    return Math.abs((double) (option.canary() * fullWeight) / total - weight);
  }

  /**
   * Pods that count when it is decided how many may go: wanted ones where their availability may be
   * ignored.
   */
  static int forScaleDown(@Nullable Revision revision, boolean ignoreAvailability) {
    if (revision == null) {
      return 0;
    }
    return ignoreAvailability
        ? revision.wanted()
        : Math.min(revision.wanted(), revision.available());
  }

  private static int wanted(@Nullable Revision revision) {
    return revision == null ? 0 : revision.wanted();
  }

  private static int wanted(List<Revision> revisions) {
    return revisions.stream().mapToInt(Revision::wanted).sum();
  }
}
