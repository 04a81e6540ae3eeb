package com.alexandrite.console.release;

import com.alexandrite.console.release.Release.Outcome;
import com.alexandrite.console.view.Cause;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Undo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout's state means for a release of it.
 *
 * @param reason in one sentence
 * @param cause null where the state alone does not tell
 */
record ReleaseVerdict(Outcome outcome, String reason, @Nullable Cause cause) {
  /** The verdict; empty while the release runs. */
  static Optional<ReleaseVerdict> of(RolloutState state, String toHash) {
    RolloutStatus status = state.rollout().status();
    String wanted = state.rollout().spec().template().hash();
    if (!wanted.equals(toHash)) {
      return Optional.of(replaced(status, wanted));
    }
    if (status.stableRS().equals(toHash)) {
      return Optional.of(promoted(state, status.safeguards().undo()));
    }
    if (!status.currentPodHash().equals(toHash)) {
      return invalid(state);
    }
    if (status.abortedAt() != null) {
      return CanaryShare.of(state) == 0
          ? Optional.of(new ReleaseVerdict(Outcome.ROLLED_BACK, status.message(), null))
          : Optional.empty();
    }
    return status.phase() == Phase.DEGRADED
        ? Optional.of(new ReleaseVerdict(Outcome.FAILED, status.message(), null))
        : Optional.empty();
  }

  /** An invalid spec lets nothing begin until somebody corrects it. */
  private static Optional<ReleaseVerdict> invalid(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    return status.observedGeneration() == state.rollout().generation()
        ? EndCause.ofStatus(status)
            .filter(Cause.Invalid.class::isInstance)
            .map(cause -> new ReleaseVerdict(Outcome.FAILED, status.message(), cause))
        : Optional.empty();
  }

  private static ReleaseVerdict promoted(RolloutState state, @Nullable Undo undo) {
    if (undo == null) {
      return new ReleaseVerdict(
          Outcome.PROMOTED, "the new version serves everybody", new Cause.Promoted());
    }
    String group = undo.group();
    return group != null
        ? new ReleaseVerdict(Outcome.PROMOTED, undo.why(), new Cause.Together(group))
        : new ReleaseVerdict(
            Outcome.PROMOTED,
            "the version after it failed after its promotion: " + undo.why(),
            new Cause.Restored(undo.why(), EndCause.ofWatch(state, undo).orElse(null)));
  }

  private static ReleaseVerdict replaced(RolloutStatus status, String wanted) {
    return wanted.equals(status.stableRS())
        ? new ReleaseVerdict(
            Outcome.ROLLED_BACK, "undone: the stable version is wanted again", new Cause.Undone())
        : replaced();
  }

  static ReleaseVerdict replaced() {
    return new ReleaseVerdict(Outcome.FAILED, "replaced by a newer release", new Cause.Replaced());
  }
}
