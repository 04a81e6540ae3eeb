package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long pods that serve no more stay up, with Argo's defaults.
 *
 * @param apply whether there are any: a canary without router has none
 * @param seconds as written, of the old stable after a promotion
 * @param limit as written, of revisions that wait at the same time
 * @param abortSeconds as written, of an aborted update's pods
 */
record ScaleDownDelays(
    boolean apply,
    @Nullable Integer seconds,
    @Nullable Integer limit,
    @Nullable Integer abortSeconds) {

  private static final Duration DEFAULT = Duration.ofSeconds(30);

  static ScaleDownDelays of(RolloutSpec spec) {
    BlueGreenStrategy blueGreen = spec.blueGreen();
    return blueGreen == null
        ? of(spec.canary())
        : new ScaleDownDelays(
            true,
            blueGreen.scaleDownDelaySeconds(),
            blueGreen.scaleDownDelayRevisionLimit(),
            blueGreen.abortScaleDownDelaySeconds());
  }

  static ScaleDownDelays of(CanaryStrategy canary) {
    return new ScaleDownDelays(
        canary.trafficRouting() != null,
        canary.scaleDownDelaySeconds(),
        canary.scaleDownDelayRevisionLimit(),
        canary.abortScaleDownDelaySeconds());
  }

  /** Of the old stable after a promotion. */
  Duration delay() {
    if (!apply) {
      return Duration.ZERO;
    }
    return seconds == null ? DEFAULT : Duration.ofSeconds(seconds);
  }

  /** How many old revisions may wait at the same time. */
  int revisionLimit() {
    return limit == null ? Integer.MAX_VALUE : limit;
  }

  /** Of the canary or preview after an abort; empty = it stays up. */
  Optional<Duration> abortDelay() {
    if (!apply) {
      return Optional.of(Duration.ZERO);
    }
    if (abortSeconds == null) {
      return Optional.of(DEFAULT);
    }
    return abortSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(abortSeconds));
  }

  /** Whether the manifest itself asks for a delay after an abort. */
  boolean explicitAbortDelay() {
    return apply && abortSeconds != null && abortSeconds != 0;
  }
}
