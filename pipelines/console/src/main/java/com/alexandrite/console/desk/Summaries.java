package com.alexandrite.console.desk;

import com.alexandrite.console.release.CanaryShare;
import com.alexandrite.console.release.Versions;
import com.alexandrite.console.view.RolloutSummary;
import com.alexandrite.console.view.Work;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;

/** A rollout in one line. */
final class Summaries {
  private Summaries() {}

  static RolloutSummary of(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    boolean update = !state.rollout().fullyPromoted() && !status.stableRS().isEmpty();
    return new RolloutSummary(
        state.rollout().name(),
        status.phase().text(),
        step(state),
        steps(state),
        BlueGreenSteps.of(state).map(BlueGreenSteps::weight).orElseGet(() -> CanaryShare.of(state)),
        Versions.stable(state),
        update ? Versions.wanted(state) : null,
        status.message(),
        work(state));
  }

  static Work work(RolloutState state) {
    return CanaryShare.isRouted(state) ? Work.REQUESTS : Work.JOBS;
  }

  static int step(RolloutState state) {
    Integer index = state.rollout().status().currentStepIndex();
    return BlueGreenSteps.of(state)
        .map(BlueGreenSteps::reached)
        .orElse(index == null ? (Integer) steps(state) : index);
  }

  private static int steps(RolloutState state) {
    return BlueGreenSteps.of(state)
        .map(BlueGreenSteps::size)
        .orElse(state.rollout().spec().canary().steps().size());
  }
}
