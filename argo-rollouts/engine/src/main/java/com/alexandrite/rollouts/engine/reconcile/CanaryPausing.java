package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Duration;
import java.time.Instant;

/** Enters pauses and knows when they are over. */
final class CanaryPausing {

  private final Pass pass;

  CanaryPausing(Pass pass) {
    this.pass = pass;
  }

  /** Begins the pause of the current step, or asks to be woken at its end. */
  void pause() {
    CanaryStep step = pass.cursor().step();
    Pause pause = step == null ? null : step.part(Pause.class);
    if (pause == null || pass.spec().paused() || pass.old().promoteFull()) {
      return;
    }
    IntOrString duration = pause.duration();
    PauseCondition condition = pass.old().pauseCondition(PauseCondition.PAUSE_STEP).orElse(null);
    if (condition == null) {
      if (!resumed()) {
        pass.pauses.add(PauseCondition.PAUSE_STEP);
      }
    } else if (duration != null && !end(condition, duration).isBefore(pass.now())) {
      pass.wake(end(condition, duration));
    }
  }

  /** Whether somebody resumed, or the time is over. */
  boolean completed(Pause pause) {
    PauseCondition condition = pass.old().pauseCondition(PauseCondition.PAUSE_STEP).orElse(null);
    if (condition == null) {
      return resumed();
    }
    IntOrString duration = pause.duration();
    return duration != null && pass.now().isAfter(end(condition, duration));
  }

  /** Whether the engine paused and somebody took that away; a hold is no pause of this step. */
  private boolean resumed() {
    return pass.old().controllerPause()
        && pass.old().pauseCondition(PauseCondition.NO_METRIC_DATA).isEmpty();
  }

  private static Instant end(PauseCondition condition, IntOrString duration) {
    return condition.startTime().plus(Duration.ofSeconds(PauseDuration.seconds(duration)));
  }
}
