package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.time.Instant;

/** What a group asks of a member; asked again until it is seen, so it must be idempotent. */
public record GroupAction(Kind kind, Part part) {

  /** What is asked. */
  public enum Kind {
    /** Release its image. */
    RELEASE,
    /** Everybody back to stable. */
    ABORT,
    /** Back to what was stable before, without steps. */
    UNDO
  }

  /** The rollout aborted; customers come before whoever holds it. */
  public static RolloutState abort(RolloutState state) {
    return RolloutOperations.abort(RolloutOperations.resume(state));
  }

  /**
   * The rollout on its way back to what was stable before; likewise. Where that is stable still, it
   * is just wanted again.
   *
   * @param why shown until another revision is wanted
   */
  public static RolloutState undo(
      RolloutState state, Part part, String group, String why, Instant now) {
    RolloutState resumed = RolloutOperations.resume(state);
    return state.rollout().status().stableRS().equals(part.from())
        ? resumed
            .replicaSet(part.from())
            .map(stable -> RolloutOperations.setTemplate(resumed, stable.template()))
            .orElse(resumed)
        : SafeguardOperations.undoAtOnce(resumed, part.from(), why, group, now);
  }
}
