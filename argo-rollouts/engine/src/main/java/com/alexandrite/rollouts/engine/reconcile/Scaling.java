package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every revision its number of pods: stable first, then the wanted one, then the others. */
final class Scaling {

  private final Pass pass;

  Scaling(Pass pass) {
    this.pass = pass;
  }

  /** Scales at most one group of revisions; tells whether it did. */
  boolean scale() {
    if (pass.halted()) {
      return false;
    }
    keepNeeded();
    return scaleStable() || scaleDesired() || new OldRevisionScaling(pass, this).scale();
  }

  /** A revision that is needed again no longer waits for its end. */
  void keepNeeded() {
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    if (desired != null && !delaysAfterAbort()) {
      pass.change(desired.hash(), set -> set.withScaleDownDeadline(null));
    }
    if (stable != null) {
      boolean own = desired == null || !stable.hash().equals(desired.hash());
      if (own || !delaysAfterAbort()) {
        pass.change(stable.hash(), set -> set.withScaleDownDeadline(null));
      }
    }
  }

  private boolean scaleStable() {
    Revision stable = pass.stable();
    Revision desired = pass.desired();
    if (stable == null || (desired != null && desired.hash().equals(stable.hash()))) {
      return false;
    }
    // Stable follows the traffic, never runs ahead of it.
    return scaleTo(stable, counts(pass.old().canary().weightsFollowed()).stable());
  }

  private boolean scaleDesired() {
    Revision desired = pass.desired();
    if (desired == null) {
      return false;
    }
    return afterAbort(desired, counts(pass.status.canary.weights()).canary())
        .filter(count -> scaleTo(desired, count))
        .isPresent();
  }

  /** The number of pods, also after an abort; empty = as many as there are, for a while. */
  Optional<Integer> afterAbort(Revision desired, int count) {
    return delaysAfterAbort() ? holdAfterAbort(desired) : Optional.of(count);
  }

  private CanaryScale.Counts counts(@Nullable TrafficWeights weights) {
    return pass.scale().counts(pass.desired(), pass.stable(), pass.others(), weights);
  }

  /** Empty while the aborted canary stays up; its new size when its time is over. */
  private Optional<Integer> holdAfterAbort(Revision desired) {
    Instant deadline = desired.scaleDownDeadline();
    if (deadline != null && !deadline.isAfter(pass.now())) {
      return Optional.of(0);
    }
    pass.change(desired.hash(), set -> set.withReplicas(set.replicas(), pass.spec().replicas()));
    if (deadline != null) {
      pass.wake(deadline);
    } else {
      startAbortDelay(desired);
    }
    return Optional.empty();
  }

  /** The delay begins when stable can carry everything. */
  private void startAbortDelay(Revision desired) {
    Revision stable = pass.stable();
    Duration delay = ScaleDownDelays.of(pass.spec()).abortDelay().orElse(Duration.ZERO);
    if (stable != null && stable.available() >= pass.spec().replicas()) {
      pass.change(desired.hash(), set -> set.withScaleDownDeadline(pass.storedNow().plus(delay)));
    }
  }

  /** Whether the canary or preview of an aborted rollout stays up for a while, to look at it. */
  boolean delaysAfterAbort() {
    ScaleDownDelays delays = ScaleDownDelays.of(pass.spec());
    return pass.pauses.aborted()
        && pass.stable() != null
        && delays.apply()
        && delays.abortDelay().isPresent()
        && (!pass.canary().dynamicStableScale() || delays.explicitAbortDelay());
  }

  /** Scales a revision; tells whether its number of pods changes. */
  boolean scaleTo(Revision revision, int count) {
    boolean changes = revision.wanted() != count;
    boolean drained = count == 0 && changes && !delaysAfterAbort();
    pass.change(
        revision.hash(),
        set -> {
          var scaled = set.withReplicas(count, pass.spec().replicas());
          return drained ? scaled.withScaleDownDeadline(null) : scaled;
        });
    if (changes) {
      pass.tell(
          Words.SCALING_REPLICA_SET,
          "Scaled %s ReplicaSet %s-%s (revision %d) from %d to %d"
              .formatted(
                  revision.wanted() < count ? "up" : "down",
                  pass.rollout().name(),
                  revision.hash(),
                  revision.set().revision(),
                  revision.wanted(),
                  count));
    }
    return changes;
  }
}
