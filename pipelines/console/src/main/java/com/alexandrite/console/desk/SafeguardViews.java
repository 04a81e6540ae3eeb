package com.alexandrite.console.desk;

import com.alexandrite.console.view.SafeguardView;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import com.alexandrite.rollouts.engine.safeguard.HoldPolicy;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the safeguards of a rollout have to say now. */
final class SafeguardViews {
  private SafeguardViews() {}

  static List<SafeguardView> of(RolloutState state) {
    SafeguardStatus status = state.rollout().status().safeguards();
    List<SafeguardView> views = new ArrayList<>();
    SafeguardStatus.Hold hold = status.hold();
    if (hold != null) {
      views.add(
          new SafeguardView(
              "no-data", hold.since(), end(state, hold), hold.overridden(), hold.why()));
    }
    SafeguardStatus.Freeze freeze = status.freeze();
    if (freeze != null) {
      views.add(
          new SafeguardView("freeze", null, freeze.until(), freeze.overridden(), freeze.window()));
    }
    SafeguardStatus.Bake bake = status.bake();
    if (bake != null) {
      views.add(new SafeguardView("bake", bake.since(), bake.until(), false, ""));
    }
    SafeguardStatus.Undo undo = status.undo();
    if (undo != null) {
      views.add(new SafeguardView("undone", undo.at(), null, false, undo.why()));
    }
    return views;
  }

  private static @Nullable Instant end(RolloutState state, SafeguardStatus.Hold hold) {
    HoldPolicy policy = Safeguards.of(state.rollout().annotations()).hold();
    Duration atMost = policy == null ? null : policy.atMost();
    return atMost == null || hold.overdue() ? null : hold.since().plus(atMost);
  }
}
