package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The pause between the finished preview and the switch. */
final class BlueGreenPausing {

  private final Pass pass;
  private final BlueGreenAnalysis analysis;

  BlueGreenPausing(Pass pass, BlueGreenAnalysis analysis) {
    this.pass = pass;
    this.analysis = analysis;
  }

  /** Enters the pause once the preview is whole and proven; leaves it when it is over. */
  void pause() {
    Revision desired = pass.desired();
    if (desired == null
        || pass.old().abort()
        || !new PreviewSize(pass).reached(desired)
        || pass.halted()) {
      return;
    }
    if (needless()) {
      pass.pauses.remove(PauseCondition.BLUE_GREEN_PAUSE);
    } else if (analysis.prePromotionDone()) {
      enterOrLeave();
    }
  }

  private boolean needless() {
    return new BlueGreenPromotion(pass).fastTracked()
        || pass.old().blueGreen().scaleUpPreviewCheckPoint()
        || !pass.blueGreen().pauses();
  }

  private void enterOrLeave() {
    PauseCondition condition = condition();
    if (condition == null) {
      if (!pass.old().controllerPause()) {
        pass.pauses.add(PauseCondition.BLUE_GREEN_PAUSE);
      }
    } else if (over()) {
      pass.pauses.remove(PauseCondition.BLUE_GREEN_PAUSE);
    } else if (pass.blueGreen().autoPromotionSeconds() > 0
        && !end(condition).isBefore(pass.now())) {
      pass.wake(end(condition));
    }
  }

  /**
   * Whether somebody resumed, or the time is over; a person is waited for however long it takes.
   */
  boolean over() {
    if (pass.pauses.pausing()) {
      return false;
    }
    if (pass.old().blueGreen().scaleUpPreviewCheckPoint()) {
      return true;
    }
    PauseCondition condition = condition();
    BlueGreenStrategy blueGreen = pass.blueGreen();
    if (!blueGreen.autoPromotionEnabled()) {
      return pass.old().controllerPause() && condition == null;
    }
    return blueGreen.autoPromotionSeconds() == 0
        || (condition != null && pass.now().isAfter(end(condition)));
  }

  private @Nullable PauseCondition condition() {
    return pass.old().pauseCondition(PauseCondition.BLUE_GREEN_PAUSE).orElse(null);
  }

  private Instant end(PauseCondition condition) {
    return condition.startTime().plus(Duration.ofSeconds(pass.blueGreen().autoPromotionSeconds()));
  }
}
