package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
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
    PauseCondition condition = condition(pass.old());
    if (condition == null) {
      if (!pass.old().controllerPause()) {
        pass.pauses.add(PauseCondition.BLUE_GREEN_PAUSE);
      }
    } else if (over()) {
      pass.pauses.remove(PauseCondition.BLUE_GREEN_PAUSE);
    } else {
      wakeAtEnd(condition);
    }
  }

  private void wakeAtEnd(PauseCondition condition) {
    Instant end = end(pass.blueGreen(), condition);
    if (pass.blueGreen().autoPromotionSeconds() > 0 && !end.isBefore(pass.now())) {
      pass.wake(end);
    }
  }

  /** Whether nothing is waited for any more. */
  boolean over() {
    return !pass.pauses.pausing() && over(pass.blueGreen(), pass.old(), pass.now());
  }

  /**
   * Whether somebody resumed, or the time is over; a person is waited for however long it takes.
   */
  static boolean over(BlueGreenStrategy blueGreen, RolloutStatus status, Instant now) {
    if (status.blueGreen().scaleUpPreviewCheckPoint()) {
      return true;
    }
    PauseCondition condition = condition(status);
    if (!blueGreen.autoPromotionEnabled()) {
      return status.controllerPause() && condition == null;
    }
    return blueGreen.autoPromotionSeconds() == 0
        || (condition != null && now.isAfter(end(blueGreen, condition)));
  }

  private static @Nullable PauseCondition condition(RolloutStatus status) {
    return status.pauseCondition(PauseCondition.BLUE_GREEN_PAUSE).orElse(null);
  }

  private static Instant end(BlueGreenStrategy blueGreen, PauseCondition condition) {
    return condition.startTime().plus(Duration.ofSeconds(blueGreen.autoPromotionSeconds()));
  }
}
