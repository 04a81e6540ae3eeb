package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import com.alexandrite.rollouts.engine.operation.MergePatch;
import com.alexandrite.rollouts.engine.operation.Patch;
import com.alexandrite.rollouts.engine.operation.Plan;
import com.alexandrite.rollouts.engine.operation.PromoteFlag;
import com.alexandrite.rollouts.engine.operation.RevisionChoice;
import com.alexandrite.rollouts.engine.operation.RolloutPatches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people do to a rollout: each a function on its state. What Argo's command line patches,
 * {@link RolloutPatches} decides; the next pass of the {@link RolloutReconciler} draws the
 * consequences.
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
    return SafeguardOverride.promote(resume(state)).orElseGet(() -> promote(state, Set.of()));
  }

  /**
   * Skip the remaining steps, pauses and analysis; the canary must still become fully available.
   */
  public static RolloutState promoteFull(RolloutState state) {
    return promote(state, Set.of(PromoteFlag.FULL));
  }

  /** Go to the next step, whatever the current one waits for; nothing without steps. */
  public static RolloutState skipCurrentStep(RolloutState state) {
    return promote(state, Set.of(PromoteFlag.SKIP_CURRENT_STEP));
  }

  /** Go behind the last step; analysis and pods still count. */
  public static RolloutState skipAllSteps(RolloutState state) {
    return promote(state, Set.of(PromoteFlag.SKIP_ALL_STEPS));
  }

  private static RolloutState promote(RolloutState state, Set<PromoteFlag> flags) {
    return switch (RolloutPatches.promote(RolloutTree.of(state.rollout()), flags)) {
      case Plan.Refused nothing -> state;
      case Plan.Send(List<Patch> patches) -> {
        RolloutState changed = state;
        for (Patch patch : patches) {
          changed = apply(changed, patch);
        }
        yield changed;
      }
    };
  }

  /**
   * Stable serves everything again now; the wanted revision stays in the spec until a retry or
   * another one.
   */
  public static RolloutState abort(RolloutState state) {
    return apply(state, RolloutPatches.abort());
  }

  /** Start the aborted update again at its first step. */
  public static RolloutState retry(RolloutState state) {
    return apply(state, RolloutPatches.retry());
  }

  /** Hold everything, also the number of pods. */
  public static RolloutState pause(RolloutState state) {
    return apply(state, RolloutPatches.pause(true));
  }

  /** Undo {@link #pause}. */
  public static RolloutState resume(RolloutState state) {
    return apply(state, RolloutPatches.pause(false));
  }

  /** Replace every pod that is older than the given time, a few at a time. */
  public static RolloutState restart(RolloutState state, Instant at) {
    return apply(state, RolloutPatches.restart(at));
  }

  /** Applies what the official command line would send: our state has the same words. */
  private static RolloutState apply(RolloutState state, Patch patch) {
    Map<String, Object> body = Data.map(patch.body());
    Map<String, Object> spec = Data.map(body.get("spec"));
    Map<String, Object> status = Data.map(body.get("status"));
    RolloutState changed =
        spec.isEmpty() ? state : state.withSpec(old -> merged(old, spec, RolloutSpec.class));
    return status.isEmpty()
        ? changed
        : changed.withStatus(old -> merged(old, status, RolloutStatus.class));
  }

  private static <T extends Record> T merged(T old, Map<String, Object> patch, Class<T> type) {
    return PlainData.read(MergePatch.apply(PlainData.of(old), patch), type);
  }

  /**
   * Ends a run early: what it measured so far decides.
   *
   * @return empty if there is no such run, or it has ended
   */
  public static Optional<RolloutState> terminate(RolloutState state, String run) {
    return state.analysisRuns().stream()
        .filter(it -> it.name().equals(run) && !it.phase().completed())
        .findFirst()
        .map(it -> state.withAnalysisRun(it.withState(it.state().terminating())));
  }

  /**
   * An earlier revision becomes the wanted one.
   *
   * @param toRevision 0 = the previous one
   */
  public static Undo undo(RolloutState state, int toRevision) {
    List<ReplicaSet> sets = state.replicaSets();
    List<Long> revisions = sets.stream().map(set -> (long) set.revision()).toList();
    return switch (RevisionChoice.of(state.rollout().name(), revisions, toRevision)) {
      case RevisionChoice.None none -> new Undo.Refused(none.message());
      case RevisionChoice.At(int index) ->
          new Undo.Changed(setTemplate(state, sets.get(index).template()));
    };
  }

  /** What came of an undo. */
  public sealed interface Undo {

    /** Done; the state is unchanged when the wanted revision is that one already. */
    record Changed(RolloutState state) implements Undo {}

    /** There is no such revision. */
    record Refused(String reason) implements Undo {}
  }
}
