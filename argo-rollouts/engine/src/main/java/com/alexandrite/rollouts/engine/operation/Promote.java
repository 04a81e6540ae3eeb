package com.alexandrite.rollouts.engine.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes on. Without flags: clears the pause, or skips the current step when nothing pauses, never
 * both; after an inconclusive step analysis both, as nothing else would lead on.
 */
final class Promote {

  private final LiveRollout rollout;
  private final Set<PromoteFlag> flags;

  Promote(LiveRollout rollout, Set<PromoteFlag> flags) {
    this.rollout = rollout;
    this.flags = flags;
  }

  Plan plan() {
    Plan.Refused refused = refused();
    if (refused != null) {
      return refused;
    }
    if (flags.contains(PromoteFlag.SKIP_CURRENT_STEP)) {
      return send(toStep(rollout.nextStepIndex()));
    }
    if (flags.contains(PromoteFlag.SKIP_ALL_STEPS)) {
      return send(toStep(rollout.steps()));
    }
    Patch status = flags.contains(PromoteFlag.FULL) ? full() : next();
    Patch spec = rollout.paused() ? RolloutPatches.pause(false) : null;
    return send(status, spec);
  }

  private Plan.@Nullable Refused refused() {
    boolean current = flags.contains(PromoteFlag.SKIP_CURRENT_STEP);
    boolean all = flags.contains(PromoteFlag.SKIP_ALL_STEPS);
    if (current && all) {
      return new Plan.Refused(
          Plan.Reason.SKIP_FLAGS_TOGETHER, "Skip the current step or all steps, not both");
    }
    if ((current || all) && rollout.blueGreen()) {
      return new Plan.Refused(
          Plan.Reason.SKIP_FLAGS_WITH_BLUE_GREEN, "A blue-green rollout has no steps to skip");
    }
    if ((current || all) && rollout.steps() == 0) {
      return new Plan.Refused(Plan.Reason.SKIP_FLAG_WITHOUT_STEPS, "There are no steps to skip");
    }
    return null;
  }

  private @Nullable Patch full() {
    return rollout.fullyPromoted() ? null : Patch.ofStatus(Map.of("promoteFull", true));
  }

  private @Nullable Patch next() {
    Map<String, @Nullable Object> status = MergePatch.removing("pauseConditions");
    boolean paused = rollout.hasPauseConditions();
    boolean stuck = paused && rollout.inconclusive() && rollout.controllerPause();
    if (paused && !stuck) {
      return Patch.ofStatus(status);
    }
    Integer next = rollout.nextStepIndex();
    if (next == null) {
      return null;
    }
    if (stuck) {
      status.put("controllerPause", false);
    }
    status.put("currentStepIndex", next);
    return Patch.ofStatus(status);
  }

  private static @Nullable Patch toStep(@Nullable Integer index) {
    return index == null ? null : Patch.ofStatus(Map.of("currentStepIndex", index));
  }

  private static Plan send(@Nullable Patch... patches) {
    List<Patch> present = new ArrayList<>();
    for (Patch patch : patches) {
      if (patch != null) {
        present.add(patch);
      }
    }
    return new Plan.Send(present);
  }
}
