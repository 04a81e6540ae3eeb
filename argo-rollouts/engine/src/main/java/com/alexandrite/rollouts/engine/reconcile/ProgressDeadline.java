package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import java.time.Duration;

/** What follows when a rollout makes no progress for too long. */
final class ProgressDeadline {

  private final Pass pass;

  ProgressDeadline(Pass pass) {
    this.pass = pass;
  }

  /** Where the manifest asks for it. */
  void abortWhenStuck() {
    RolloutStatus current = pass.status.build();
    if (pass.spec().progressDeadlineAbort()
        && !pass.pauses.aborted()
        && !Progress.completed(current)
        && !Progress.moving(pass.rollout(), current)
        && !Progress.untimed(pass)
        && !Progress.waitingForScaleDown(pass)
        && Progress.timedOut(pass.rollout(), pass.old(), pass.now())) {
      pass.pauses.abort(RolloutConditions.timeOutMessage(pass));
    }
  }

  /**
   * Without any sign of life the deadline itself must wake the engine; a second later, so that it
   * is surely over.
   */
  void wakeAtIt() {
    RolloutCondition progressing = pass.old().condition(Words.PROGRESSING).orElse(null);
    boolean paused = !pass.old().pauseConditions().isEmpty() || pass.spec().paused();
    if (progressing == null
        || paused
        || pass.old().abort()
        || Progress.healthy(pass.rollout(), pass.status.build())
        || progressing.reason().equals(Words.PROGRESS_DEADLINE_EXCEEDED)
        || Progress.untimed(pass)) {
      return;
    }
    var at = Progress.deadline(pass.rollout(), progressing).plus(Duration.ofSeconds(1));
    if (at.isAfter(pass.now())) {
      pass.wake(at);
    }
  }
}
