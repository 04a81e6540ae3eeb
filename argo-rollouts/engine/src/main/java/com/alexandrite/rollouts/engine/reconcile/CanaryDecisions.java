package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.ReplicaProgressThreshold;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The single decisions about a canary's size and weight, each for itself: what the reconciler puts
 * together, opened for comparisons with recorded decisions and for checks of manifests.
 */
public final class CanaryDecisions {

  private final RolloutSpec spec;
  private final CanaryScale scale;
  private final StepCursor cursor;

  public CanaryDecisions(RolloutSpec spec, RolloutStatus status) {
    this.spec = spec;
    this.scale = new CanaryScale(spec, status);
    this.cursor = new StepCursor(spec.canary(), status);
  }

  /** A revision as it is wanted and seen. */
  public record Pods(String hash, int wanted, int created, int available) {

    Revision revision() {
      PodTemplate none = new PodTemplate(Map.of(), Map.of(), Map.of());
      return new Revision(
          new ReplicaSet(hash, 1, none, wanted, wanted, 0, Instant.EPOCH, null),
          new ReplicaCounts(created, available, available));
    }
  }

  /** Pods wanted of each side. */
  public record Counts(int canary, int stable) {

    static Counts of(CanaryScale.Counts counts) {
      return new Counts(counts.canary(), counts.stable());
    }
  }

  /** How far the number of pods may go above and below the wanted one. */
  public record Limits(int surge, int unavailable) {

    static Limits of(Fenceposts fenceposts) {
      return new Limits(fenceposts.surge(), fenceposts.unavailable());
    }
  }

  /** The next counts, whatever carries the traffic. */
  public Counts counts(
      @Nullable Pods desired,
      @Nullable Pods stable,
      List<Pods> others,
      @Nullable TrafficWeights weights) {
    return Counts.of(scale.counts(revision(desired), revision(stable), revisions(others), weights));
  }

  /** The weight that sizes the canary. */
  public int weight(@Nullable Pods desired, @Nullable Pods stable) {
    return scale.weight(revision(desired), revision(stable));
  }

  /** The number of pods that is asked for apart from the weight; null if there is none. */
  public @Nullable Integer explicitReplicas(@Nullable Pods desired, @Nullable Pods stable) {
    return scale.size(revision(desired), revision(stable)).replicas();
  }

  /** The share of the pods that the canary gets where no number is asked for. */
  public int sizingWeight(@Nullable Pods desired, @Nullable Pods stable) {
    return scale.size(revision(desired), revision(stable)).weight();
  }

  /** A count raised to the least number of pods of a revision. */
  public int atLeastMinimum(int count) {
    return scale.atLeastMinimum(count);
  }

  /** Whether the pods are as the current step wants them. */
  public boolean atDesired(
      @Nullable Pods desired,
      @Nullable Pods stable,
      List<Pods> older,
      @Nullable TrafficWeights weights) {
    return scale.atDesired(revision(desired), revision(stable), revisions(older), weights);
  }

  /** The weight of the last setWeight at or before the current step. */
  public int setWeight() {
    return cursor.setWeight();
  }

  /** Whether the background analysis is still to wait for its step. */
  public boolean beforeStartingStep() {
    return cursor.beforeStartingStep();
  }

  /** The current step's index; null without steps. */
  public @Nullable Integer stepIndex() {
    return cursor.index();
  }

  /** Whether the index is one of a step, and not past the last. */
  public boolean atStep() {
    return cursor.step() != null;
  }

  /** The canary's limits. */
  public Limits limits() {
    return Limits.of(Fenceposts.of(spec.canary(), spec.replicas()));
  }

  /** How long the old stable stays up after a promotion. */
  public Duration scaleDownDelay() {
    return ScaleDownDelays.of(spec.canary()).delay();
  }

  /** How long an aborted canary stays up; empty = for ever. */
  public Optional<Duration> abortScaleDownDelay() {
    return ScaleDownDelays.of(spec.canary()).abortDelay();
  }

  /** Whether the manifest itself asks for a delay after an abort. */
  public boolean explicitAbortDelay() {
    return ScaleDownDelays.of(spec.canary()).explicitAbortDelay();
  }

  /** Counts that come closest to a weight. */
  public static Counts approximate(int replicas, int weight, int fullWeight, int maxSurge) {
    return Counts.of(BasicCanaryScale.approximate(replicas, weight, fullWeight, maxSurge));
  }

  /** Pods that a share of the traffic needs. */
  public static int replicasFor(int replicas, int weight, int fullWeight) {
    return CanaryScale.replicasFor(replicas, weight, fullWeight);
  }

  /** Pods that count when it is decided how many may go. */
  public static int forScaleDown(@Nullable Pods pods, boolean ignoreAvailability) {
    return BasicCanaryScale.forScaleDown(revision(pods), ignoreAvailability);
  }

  /** Whether enough pods are there. */
  public static boolean thresholdMet(
      @Nullable ReplicaProgressThreshold threshold, @Nullable Pods pods, int desired) {
    return ProgressThreshold.met(threshold, revision(pods), desired);
  }

  /** The limits for so many pods; empty if a text is no percentage. */
  public static Optional<Limits> limits(
      IntOrString maxSurge, IntOrString maxUnavailable, int desired) {
    OptionalInt surge = Fenceposts.resolve(maxSurge, desired, true);
    OptionalInt unavailable = Fenceposts.resolve(maxUnavailable, desired, false);
    return surge.isEmpty() || unavailable.isEmpty()
        ? Optional.empty()
        : Optional.of(Limits.of(Fenceposts.of(surge.getAsInt(), unavailable.getAsInt())));
  }

  /** The limits of a blue-green rollout. */
  public static Limits blueGreenLimits(IntOrString maxUnavailable, int replicas) {
    return Limits.of(Fenceposts.ofBlueGreen(maxUnavailable, replicas));
  }

  private static @Nullable Revision revision(@Nullable Pods pods) {
    return pods == null ? null : pods.revision();
  }

  private static List<Revision> revisions(List<Pods> pods) {
    return pods.stream().map(Pods::revision).toList();
  }
}
