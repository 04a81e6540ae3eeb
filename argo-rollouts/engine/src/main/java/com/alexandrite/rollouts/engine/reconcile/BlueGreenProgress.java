package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import java.util.Optional;

/** Whether a blue-green rollout moves, has arrived, and what it waits for. */
final class BlueGreenProgress {

  private BlueGreenProgress() {}

  /** Whether a Service was switched. */
  static boolean moving(RolloutStatus old, RolloutStatus current) {
    BlueGreenStatus before = old.blueGreen();
    BlueGreenStatus after = current.blueGreen();
    return !before.activeSelector().equals(after.activeSelector())
        || !before.previewSelector().equals(after.previewSelector());
  }

  /** Whether the Services select the wanted revision; old pods may still be up. */
  static boolean arrived(BlueGreenStrategy blueGreen, RolloutStatus current) {
    String wanted = current.currentPodHash();
    return current.blueGreen().activeSelector().equals(wanted)
        && (blueGreen.previewService().isEmpty()
            || current.blueGreen().previewSelector().equals(wanted));
  }

  /** What an update with all its pods still waits for; empty = nothing. */
  static Optional<String> waitingFor(BlueGreenStrategy blueGreen, RolloutStatus status) {
    String active = status.blueGreen().activeSelector();
    if (active.isEmpty() || !active.equals(status.currentPodHash())) {
      return Optional.of("active service cutover pending");
    }
    if (Progress.completed(status)) {
      return Optional.empty();
    }
    AnalysisRunStatus run = status.blueGreen().postPromotionAnalysisRunStatus();
    boolean judging =
        blueGreen.postPromotionAnalysis() != null && (run == null || !run.status().completed());
    return Optional.of(
        judging
            ? "waiting for analysis to complete"
            : "waiting for post-promotion verification to complete");
  }
}
