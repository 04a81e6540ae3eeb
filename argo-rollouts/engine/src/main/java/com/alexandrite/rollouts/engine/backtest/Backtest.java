package com.alexandrite.rollouts.engine.backtest;

import com.alexandrite.rollouts.engine.backtest.PastMetrics.Answer;
import com.alexandrite.rollouts.engine.backtest.Verdict.Now;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of past releases what other manifests would have made of them. */
public final class Backtest {

  private Backtest() {}

  /** Plays one release with the given manifests of its service. */
  public static Verdict of(ManifestSet manifests, PastRelease release, PastMetrics metrics) {
    if (ReplayedMetrics.presence(metrics, release.startedAt())
        instanceof Answer.Unknown(String why)) {
      return new Verdict(release, Now.UNDECIDED, null, why);
    }
    Replay replay = new Replay(manifests, release, metrics);
    RolloutState end = replay.play();
    Verdict verdict = verdict(release, end, replay.now());
    boolean stopped = verdict.now() == Now.ABORTED;
    Optional<String> gap = replay.gaps().stream().findFirst();
    return stopped || gap.isEmpty()
        ? verdict
        : new Verdict(release, Now.UNDECIDED, null, gap.get());
  }

  private static Verdict verdict(PastRelease release, RolloutState end, Instant now) {
    RolloutStatus status = end.rollout().status();
    Instant aborted = status.abortedAt();
    if (aborted != null) {
      return at(release, Now.ABORTED, aborted, status.message());
    }
    if (status.phase() == Phase.DEGRADED) {
      return new Verdict(release, Now.UNDECIDED, null, status.message());
    }
    if (end.rollout().fullyPromoted()) {
      return at(release, Now.PROMOTED, now, "all steps passed");
    }
    Instant inconclusive = inconclusiveSince(status);
    if (inconclusive != null) {
      return at(release, Now.PAUSED, inconclusive, status.message());
    }
    Integer step = status.currentStepIndex();
    return at(
        release,
        Now.PASSED,
        now,
        "the history ends at step %d of %d"
            .formatted(step == null ? 0 : step, end.rollout().spec().canary().steps().size()));
  }

  private static @Nullable Instant inconclusiveSince(RolloutStatus status) {
    return Stream.of(PauseCondition.INCONCLUSIVE_ANALYSIS, PauseCondition.INCONCLUSIVE_EXPERIMENT)
        .flatMap(reason -> status.pauseCondition(reason).stream())
        .map(PauseCondition::startTime)
        .findFirst()
        .orElse(null);
  }

  private static Verdict at(PastRelease release, Now now, Instant time, String reason) {
    return new Verdict(release, now, Duration.between(release.startedAt(), time), reason);
  }
}
