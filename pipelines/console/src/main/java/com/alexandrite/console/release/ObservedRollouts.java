package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import org.springframework.stereotype.Component;

/**
 * Rollouts whose status speaks of what is wanted now: somebody who aborts means the update that was
 * ordered a moment ago, not what the engine last wrote about the one before.
 */
@Component
@OnThisMachine
class ObservedRollouts {
  private final RolloutController controller;
  private final Passes passes;

  ObservedRollouts(RolloutController controller, Passes passes) {
    this.controller = controller;
    this.passes = passes;
  }

  /**
   * The rollout, after a pass if it needs one.
   *
   * @throws Refused if there is none, or if the engine can not take up its last change
   */
  RolloutState of(String rollout) {
    RolloutState state = saved(rollout);
    if (isObserved(state)) {
      return state;
    }
    passes.awaitNext();
    RolloutState later = saved(rollout);
    if (!isObserved(later)) {
      throw new Refused(
          Kind.NOT_NOW,
          "not-taken-up",
          "The last change has not been taken up yet.",
          "Wait a moment and try again; ./alexandrite doctor tells what is away.");
    }
    return later;
  }

  private RolloutState saved(String rollout) {
    return controller.state(rollout).orElseThrow(() -> Refused.unknownRollout(rollout));
  }

  private static boolean isObserved(RolloutState state) {
    Rollout rollout = state.rollout();
    boolean abortNoted = rollout.status().abort() == (rollout.status().abortedAt() != null);
    return abortNoted && rollout.generation() == rollout.status().observedGeneration();
  }
}
