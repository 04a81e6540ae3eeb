package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.RolloutState;
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
    actions.operate(
        rollout,
        "pause",
        reason,
        actor,
        state -> {
          if (state.rollout().spec().paused()) {
            throw Refused.notNow("paused-already", "The rollout is held already.");
          }
          return RolloutOperations.pause(state);
        });
  }

  @Override
  public void resume(String rollout, String reason, String actor) {
    actions.operate(
        rollout,
        "resume",
        reason,
        actor,
        state -> {
          if (!state.rollout().spec().paused()) {
            throw Refused.notNow("not-paused", "Nobody holds the rollout.");
          }
          return RolloutOperations.resume(state);
        });
  }

  @Override
  public void skip(String rollout, boolean all, String reason, String actor) {
    actions.operate(
        rollout, all ? "skip-all-steps" : "skip-step", reason, actor, state -> skipped(state, all));
  }

  private static RolloutState skipped(RolloutState state, boolean all) {
    if (state.rollout().fullyPromoted() || LiveReleaseActions.isAborted(state)) {
      throw Refused.notNow("nothing-to-skip", "No update is under way.");
    }
    if (state.rollout().spec().canary().steps().isEmpty()) {
      throw Refused.notNow("no-steps", "The rollout has no steps.");
    }
    return all ? RolloutOperations.skipAllSteps(state) : RolloutOperations.skipCurrentStep(state);
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
