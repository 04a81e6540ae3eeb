package com.alexandrite.console.desk;

import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.release.Versions;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a rollout stands where it stands, in plain words. */
final class Explanation {
  private Explanation() {}

  static String of(RolloutState state, @Nullable Release last) {
    RolloutStatus status = state.rollout().status();
    if (last != null && last.end() != null && !underWay(state)) {
      return ended(last, last.end());
    }
    if (state.rollout().fullyPromoted()) {
      return "Version " + Versions.stable(state) + " serves everybody.";
    }
    if (status.stableRS().isEmpty()) {
      return "The first version starts; it takes all requests when its pods are ready.";
    }
    return waiting(state, status);
  }

  private static boolean underWay(RolloutState state) {
    return !state.rollout().fullyPromoted() && !Summaries.aborted(state);
  }

  private static String ended(Release release, End end) {
    String counted =
        "%d requests met it as canary, %d failed."
            .formatted(end.canary().requests(), end.canary().failures());
    return switch (end.outcome()) {
      case PROMOTED -> "Version %s was promoted: %s".formatted(release.toVersion(), counted);
      case ROLLED_BACK ->
          "Version %s was rolled back%s: %s. %s Everybody is served by version %s."
              .formatted(
                  release.toVersion(),
                  afterSeconds(release),
                  end.reason(),
                  counted,
                  release.fromVersion());
      case FAILED ->
          "Version %s was not released: %s. %s"
              .formatted(release.toVersion(), end.reason(), counted);
    };
  }

  private static String afterSeconds(Release release) {
    Double seconds = ReleaseRecords.secondsToAbort(release);
    return seconds == null
        ? ""
        : String.format(Locale.ROOT, " %.1f s after its first request", seconds);
  }

  private static String waiting(RolloutState state, RolloutStatus status) {
    String share =
        "Version %s has %d %% of the customers"
            .formatted(Versions.wanted(state), status.canaryWeight());
    List<CanaryStep> steps = state.rollout().spec().canary().steps();
    int step = Summaries.step(state);
    if (status.phase() == Phase.PAUSED) {
      return share + "; " + pause(status);
    }
    if (step >= steps.size()) {
      return share + "; its last pods start before it takes all.";
    }
    return share + "; now: " + StepViews.title(steps.get(step)) + ".";
  }

  private static String pause(RolloutStatus status) {
    boolean inconclusive = status.pauseCondition(PauseCondition.INCONCLUSIVE_ANALYSIS).isPresent();
    return inconclusive
        ? "an analysis could not decide: promote or abort."
        : "it waits: " + status.message() + ".";
  }
}
