package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import java.util.Optional;

/** Why a safeguard pauses a rollout, in the words of its status. */
final class SafeguardWords {

  private SafeguardWords() {}

  /** That the new stable is being watched; "" if it is not. */
  static String watch(RolloutStatus status) {
    SafeguardStatus.Bake bake = status.safeguards().bake();
    return bake == null ? "" : "baking until " + bake.until();
  }

  /** Empty if no safeguard does. */
  static Optional<String> pause(RolloutStatus status) {
    SafeguardStatus.Hold hold = status.safeguards().hold();
    if (hold != null && status.pauseCondition(PauseCondition.NO_METRIC_DATA).isPresent()) {
      return Optional.of(PauseCondition.NO_METRIC_DATA + ": " + hold.why());
    }
    SafeguardStatus.Freeze freeze = status.safeguards().freeze();
    if (freeze != null && status.pauseCondition(PauseCondition.FREEZE_WINDOW).isPresent()) {
      return Optional.of(
          "%s: until %s (%s)"
              .formatted(PauseCondition.FREEZE_WINDOW, freeze.until(), freeze.window()));
    }
    return Optional.empty();
  }
}
