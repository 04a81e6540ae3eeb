package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lets revisions go that are neither wanted nor stable. */
final class OldRevisionScaling {

  private final Pass pass;
  private final Scaling scaling;
  private int delayed;

  OldRevisionScaling(Pass pass, Scaling scaling) {
    this.pass = pass;
    this.scaling = scaling;
  }

  /** Tells whether any old revision was scaled down. */
  boolean scale() {
    List<Revision> old =
        pass.others().stream()
            .filter(revision -> revision.wanted() > 0)
            .map(this::withoutUnavailable)
            .toList();
    if (old.isEmpty()) {
      return false;
    }
    int available = pass.revisions().stream().mapToInt(Revision::available).sum();
    int unavailable = Fenceposts.of(pass.canary(), pass.spec().replicas()).unavailable();
    int spare = available - (pass.spec().replicas() - unavailable);
    return spare > 0 && scaleDown(old, spare);
  }

  /** Pods that don't answer go first and at once: they are of no use to anybody. */
  private Revision withoutUnavailable(Revision revision) {
    if (revision.available() >= revision.wanted()) {
      return revision;
    }
    scaling.scaleTo(revision, revision.available());
    return new Revision(
        revision.set().withReplicas(revision.available(), pass.spec().replicas()), revision.pods());
  }

  private boolean scaleDown(List<Revision> old, int spare) {
    int left = spare;
    boolean scaled = false;
    List<Revision> youngestFirst =
        old.stream()
            .sorted(Comparator.comparingInt((Revision it) -> it.set().revision()).reversed())
            .toList();
    for (Revision revision : youngestFirst) {
      if (pass.trafficRouted() && referenced(revision.hash())) {
        continue;
      }
      if (left <= 0) {
        break;
      }
      int count = revision.wanted() == 0 ? 0 : remaining(revision, left);
      if (count != revision.wanted()) {
        scaling.scaleTo(revision, count);
        left -= revision.wanted() - count;
        scaled = true;
      }
    }
    return scaled;
  }

  private int remaining(Revision revision, int spare) {
    if (!pass.trafficRouted()) {
      return Math.max(0, revision.wanted() - spare);
    }
    boolean formerStable = pass.rollout().fullyPromoted() || revision.scaleDownDeadline() != null;
    if (!formerStable || pass.canary().dynamicStableScale()) {
      // In the middle of an update no traffic reaches a superseded revision.
      return 0;
    }
    return remainingWithDelay(revision);
  }

  private int remainingWithDelay(Revision revision) {
    ScaleDownDelays delays = ScaleDownDelays.of(pass.canary());
    Instant deadline = revision.scaleDownDeadline();
    if (++delayed > delays.revisionLimit()) {
      return 0;
    }
    if (deadline == null) {
      return startDelay(revision, delays.delay());
    }
    if (!deadline.isAfter(pass.now())) {
      return 0;
    }
    pass.wake(deadline);
    return revision.wanted();
  }

  private int startDelay(Revision revision, Duration delay) {
    if (delay.isZero()) {
      return 0;
    }
    Instant deadline = pass.storedNow().plus(delay);
    pass.change(revision.hash(), set -> set.withScaleDownDeadline(deadline));
    pass.wake(deadline);
    return revision.wanted();
  }

  /** Whether status, split, Services or the guard still point to the revision. */
  private boolean referenced(String hash) {
    TrafficWeights weights = pass.old().canary().weightsFollowed();
    Stream<String> split =
        weights == null
            ? Stream.of()
            : Stream.of(weights.canary().podTemplateHash(), weights.stable().podTemplateHash());
    Stream<String> status = Stream.of(pass.old().stableRS(), pass.old().currentPodHash());
    return Stream.concat(split, status).anyMatch(hash::equals)
        || PostPromotionGuard.keeps(pass, hash)
        || pass.state.services().stream().map(ServiceSelection::hash).anyMatch(hash::equals);
  }
}
