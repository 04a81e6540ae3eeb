package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import java.time.Duration;
import java.util.Optional;

/** How long pods that serve no more stay up, with Argo's defaults. */
record ScaleDownDelays(CanaryStrategy canary) {

  private static final Duration DEFAULT = Duration.ofSeconds(30);

  static ScaleDownDelays of(CanaryStrategy canary) {
    return new ScaleDownDelays(canary);
  }

  /** Of the old stable after a promotion. */
  Duration delay() {
    if (canary.trafficRouting() == null) {
      return Duration.ZERO;
    }
    Integer seconds = canary.scaleDownDelaySeconds();
    return seconds == null ? DEFAULT : Duration.ofSeconds(seconds);
  }

  /** How many old revisions may wait at the same time. */
  int revisionLimit() {
    Integer limit = canary.scaleDownDelayRevisionLimit();
    return limit == null ? Integer.MAX_VALUE : limit;
  }

  /** Of the canary after an abort; empty = it stays up. */
  Optional<Duration> abortDelay() {
    if (canary.trafficRouting() == null) {
      return Optional.of(Duration.ZERO);
    }
    Integer seconds = canary.abortScaleDownDelaySeconds();
    if (seconds == null) {
      return Optional.of(DEFAULT);
    }
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  /** Whether the manifest itself asks for a delay after an abort. */
  boolean explicitAbortDelay() {
    Integer seconds = canary.abortScaleDownDelaySeconds();
    return canary.trafficRouting() != null && seconds != null && seconds != 0;
  }
}
