package com.alexandrite.console.release;

import static com.alexandrite.rollouts.engine.operation.RolloutAction.PAUSE;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.RESUME;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.SKIP_ALL_STEPS;
import static com.alexandrite.rollouts.engine.operation.RolloutAction.SKIP_STEP;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import org.springframework.stereotype.Service;

/** Controls of the rollouts on this machine; the loop draws the consequences. */
@Service
@OnThisMachine
class LiveRolloutControls implements RolloutControls {
  private final LiveReleaseActions actions;

  LiveRolloutControls(LiveReleaseActions actions) {
    this.actions = actions;
  }

  @Override
  public void pause(String rollout, String reason, String actor) {
    actions.act(rollout, PAUSE, reason, actor, RolloutOperations::pause);
  }

  @Override
  public void resume(String rollout, String reason, String actor) {
    actions.act(rollout, RESUME, reason, actor, RolloutOperations::resume);
  }

  @Override
  public void skip(String rollout, boolean all, String reason, String actor) {
    if (all) {
      actions.act(rollout, SKIP_ALL_STEPS, reason, actor, RolloutOperations::skipAllSteps);
    } else {
      actions.act(rollout, SKIP_STEP, reason, actor, RolloutOperations::skipCurrentStep);
    }
  }

  @Override
  public void terminate(String rollout, String run, String reason, String actor) {
    actions.operate(
        rollout,
        "terminate",
        reason,
        actor,
        state -> RolloutOperations.terminate(state, run).orElseThrow(() -> unknown(run)));
  }

  private static Refused unknown(String run) {
    return new Refused(
        Kind.UNKNOWN,
        "run-unknown",
        "No analysis run " + run + " is under way.",
        "Choose a running one of those that are listed.");
  }
}
