package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people do to a rollout: each a function on its state, with the meaning of Argo's patches.
 * The next pass of the {@link RolloutReconciler} draws the consequences.
 */
public final class RolloutOperations {

  private RolloutOperations() {}

  /** Another image: a new revision, or an old one again. */
  public static RolloutState setImage(RolloutState state, String image) {
    return setTemplate(state, state.rollout().spec().template().withImage(image));
  }

  /** Another pod template: a new revision, or an old one again. */
  public static RolloutState setTemplate(RolloutState state, PodTemplate template) {
    return state.withSpec(spec -> spec.withTemplate(template));
  }

  /** Another number of pods. */
  public static RolloutState scale(RolloutState state, int replicas) {
    return state.withSpec(spec -> spec.withReplicas(replicas));
  }

  /**
   * Go on: clears the pause, or skips the current step when nothing pauses, never both; after an
   * inconclusive step analysis both, as nothing else would lead on.
   */
  public static RolloutState promote(RolloutState state) {
    RolloutState resumed = resume(state);
    RolloutStatus status = state.rollout().status();
    Optional<RolloutState> overriding = SafeguardOverride.promote(resumed);
    if (overriding.isPresent()) {
      return overriding.get();
    }
    if (status.pauseConditions().isEmpty()) {
      return skipCurrentStep(resumed);
    }
    if (inconclusive(status.canary().currentStepAnalysisRunStatus()) && status.controllerPause()) {
      RolloutState skipped = skipCurrentStep(resumed);
      return skipped.withStatus(old -> StatusDraft.of(old).pauses(List.of(), false).build());
    }
    return resumed.withStatus(
        old -> StatusDraft.of(old).pauses(List.of(), old.controllerPause()).build());
  }

  /**
   * Skip the remaining steps, pauses and analysis; the canary must still become fully available.
   */
  public static RolloutState promoteFull(RolloutState state) {
    RolloutState resumed = resume(state);
    return state.rollout().fullyPromoted()
        ? resumed
        : resumed.withStatus(old -> StatusDraft.of(old).promoteFull(true).build());
  }

  /**
   * Stable serves everything again now; the wanted revision stays in the spec until a retry or
   * another one.
   */
  public static RolloutState abort(RolloutState state) {
    return state.withStatus(old -> StatusDraft.of(old).abort(true).build());
  }

  /** The new stable needs no more watching. */
  public static RolloutState accept(RolloutState state) {
    return state.withStatus(
        old -> StatusDraft.of(old).safeguards(old.safeguards().withBake(null)).build());
  }

  /** Start the aborted update again at its first step. */
  public static RolloutState retry(RolloutState state) {
    return state.withStatus(old -> StatusDraft.of(old).abort(false).build());
  }

  /** Hold everything, also the number of pods. */
  public static RolloutState pause(RolloutState state) {
    return state.withSpec(spec -> spec.withPaused(true));
  }

  /** Undo {@link #pause}. */
  public static RolloutState resume(RolloutState state) {
    return state.withSpec(spec -> spec.withPaused(false));
  }

  /** Replace every pod that is older than the given time, a few at a time. */
  public static RolloutState restart(RolloutState state, Instant at) {
    return state.withSpec(spec -> spec.withRestartAt(at));
  }

  /**
   * An earlier revision becomes the wanted one.
   *
   * @param toRevision 0 = the previous one
   */
  public static Undo undo(RolloutState state, int toRevision) {
    ReplicaSet target = revision(state.replicaSets(), toRevision);
    if (target == null) {
      return new Undo.Refused(
          toRevision > 0
              ? "unable to find specified revision " + toRevision + " in history"
              : "no revision found for rollout \"" + state.rollout().name() + "\"");
    }
    return new Undo.Changed(setTemplate(state, target.template()));
  }

  /**
   * An earlier revision serves everybody again as soon as its pods are there: no steps, no
   * analysis.
   *
   * @param why shown until another revision is wanted
   */
  public static RolloutState undoAtOnce(
      RolloutState state, String toHash, String why, Instant now) {
    return state
        .replicaSet(toHash)
        .map(target -> setTemplate(state, target.template()))
        .map(
            changed -> changed.withStatus(old -> old.withSafeguards(undone(old, toHash, why, now))))
        .orElse(state);
  }

  private static SafeguardStatus undone(RolloutStatus old, String toHash, String why, Instant now) {
    return old.safeguards()
        .cleared()
        .withUndo(new SafeguardStatus.Undo(now, old.stableRS(), toHash, why));
  }

  /** What came of an undo. */
  public sealed interface Undo {

    /** Done; the state is unchanged when the wanted revision is that one already. */
    record Changed(RolloutState state) implements Undo {}

    /** There is no such revision. */
    record Refused(String reason) implements Undo {}
  }

  private static @Nullable ReplicaSet revision(List<ReplicaSet> replicaSets, int toRevision) {
    if (toRevision != 0) {
      return replicaSets.stream()
          .filter(replicaSet -> replicaSet.revision() == toRevision)
          .findFirst()
          .orElse(null);
    }
    return replicaSets.stream()
        .sorted(Comparator.comparingInt(ReplicaSet::revision).reversed())
        .skip(1)
        .findFirst()
        .orElse(null);
  }

  /** Go to the next step, whatever the current one waits for; nothing without steps. */
  public static RolloutState skipCurrentStep(RolloutState state) {
    int steps = state.rollout().spec().canary().steps().size();
    if (steps == 0) {
      return state;
    }
    Integer current = state.rollout().status().currentStepIndex();
    int next = Math.min(steps, (current == null ? 0 : current) + 1);
    return state.withStatus(old -> StatusDraft.of(old).currentStepIndex(next).build());
  }

  /** Go behind the last step; analysis and pods still count. */
  public static RolloutState skipAllSteps(RolloutState state) {
    int steps = state.rollout().spec().canary().steps().size();
    return state.withStatus(old -> StatusDraft.of(old).currentStepIndex(steps).build());
  }

  private static boolean inconclusive(@Nullable AnalysisRunStatus run) {
    return run != null && run.status() == AnalysisPhase.INCONCLUSIVE;
  }
}
