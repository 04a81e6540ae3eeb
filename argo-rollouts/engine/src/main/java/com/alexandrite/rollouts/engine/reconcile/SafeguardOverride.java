package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Freeze;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Hold;
import java.util.List;
import java.util.Optional;

/** Somebody goes on in spite of a hold or a freeze. */
final class SafeguardOverride {

  private SafeguardOverride() {}

  /** What goes on is in force until the data is back, or the window over. */
  static Optional<RolloutState> promote(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    boolean held = status.pauseCondition(PauseCondition.NO_METRIC_DATA).isPresent();
    boolean frozen = status.pauseCondition(PauseCondition.FREEZE_WINDOW).isPresent();
    if (!held && !frozen) {
      return Optional.empty();
    }
    RolloutState released =
        state.withStatus(old ->
            StatusDraft.of(old)
                .pauses(List.of(), old.controllerPause())
                .safeguards(overridden(old.safeguards()))
                .build());
    return Optional.of(
        held && analysing(state) ? RolloutOperations.skipCurrentStep(released) : released);
  }

  private static SafeguardStatus overridden(SafeguardStatus safeguards) {
    Hold hold = safeguards.hold();
    Freeze freeze = safeguards.freeze();
    return safeguards
        .withHold(hold == null ? null : hold.overriding())
        .withFreeze(freeze == null ? null : freeze.overriding());
  }

  /** An analysis without data never ends by itself; a step that something else ends does. */
  private static boolean analysing(RolloutState state) {
    StepCursor cursor = new StepCursor(state.rollout().spec().canary(), state.rollout().status());
    CanaryStep step = cursor.step();
    return step != null && step.deciding() instanceof CanaryStep.Analysis;
  }
}
