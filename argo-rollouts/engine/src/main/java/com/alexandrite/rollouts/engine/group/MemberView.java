package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a group sees of one of its rollouts.
 *
 * @param wanted pod template hash that the spec wants
 * @param mark the same, and when it was aborted; so the same version released again is another mark
 * @param begun whether the engine has taken up what is wanted; not while the spec is invalid
 * @param stable pod template hash that serves as stable; empty before the first
 * @param step steps that were passed
 * @param weight the canary's share, in percent
 * @param aborted whether the update was aborted
 * @param failed whether it can't go on by itself
 * @param observed whether what was ordered last has been taken up
 * @param watched whether the new stable is still being watched
 * @param undo what was undone after its promotion; null for nothing
 * @param revisions pod template hashes that are kept
 * @param message the rollout's own words
 */
public record MemberView(
    String wanted,
    String mark,
    boolean begun,
    String stable,
    int step,
    int weight,
    boolean aborted,
    boolean failed,
    boolean observed,
    boolean watched,
    @Nullable Undo undo,
    Set<String> revisions,
    String message) {

  public MemberView {
    revisions = Set.copyOf(revisions);
  }

  /** A rollout as it was saved last. */
  public static MemberView of(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    Integer step = status.currentStepIndex();
    String wanted = state.rollout().spec().template().hash();
    boolean current = status.currentPodHash().equals(wanted);
    boolean aborted = current && status.abort();
    boolean observed = observed(state);
    return new MemberView(
        wanted,
        status.abort() ? wanted + "@" + status.abortedAt() : wanted,
        current,
        status.stableRS(),
        step == null || !current ? 0 : step,
        current ? status.canaryWeight() : 0,
        aborted,
        aborted || (observed && status.phase() == Phase.DEGRADED),
        observed,
        status.safeguards().bake() != null,
        status.safeguards().undo(),
        state.replicaSets().stream().map(ReplicaSet::hash).collect(Collectors.toSet()),
        status.message());
  }

  /** Whether the phase speaks of what is wanted now, and not of what was before the last order. */
  private static boolean observed(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return status.observedGeneration() == state.rollout().generation()
        && status.abort() == (status.abortedAt() != null);
  }

  /** Whether an update is under way that nobody has aborted. */
  public boolean busy() {
    return !wanted.equals(stable) && !(aborted && observed);
  }

  boolean serves(String hash) {
    return wanted.equals(hash) && stable.equals(hash);
  }

  boolean passed(Gate gate, String hash) {
    boolean promoted = stable.equals(hash);
    return switch (gate.kind()) {
      case PROMOTED -> promoted;
      case BAKED -> promoted && !watched;
      case STEP -> promoted || step >= gate.number();
      case WEIGHT -> promoted || weight >= gate.number();
    };
  }
}
