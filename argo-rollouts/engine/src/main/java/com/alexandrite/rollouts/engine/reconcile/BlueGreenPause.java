package com.alexandrite.rollouts.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pause of a blue-green rollout before the active Service is switched.
 *
 * @param justBegun whether this pass asked for it
 * @param checkPoint whether the preview was already scaled up for the switch
 * @param autoPromotion whether it ends by itself
 * @param seconds after how long it ends by itself; 0 = there is none
 * @param controllerPause whether the engine paused
 * @param since when it began; null = nobody pauses now
 */
record BlueGreenPause(
    boolean justBegun,
    boolean checkPoint,
    boolean autoPromotion,
    int seconds,
    boolean controllerPause,
    @Nullable Instant since) {

  /** Whether the time is over or somebody resumed. */
  boolean completed(Instant now) {
    if (justBegun) {
      return false;
    }
    if (checkPoint) {
      return true;
    }
    if (!autoPromotion) {
      return controllerPause && since == null;
    }
    return seconds == 0 || (since != null && now.isAfter(since.plus(Duration.ofSeconds(seconds))));
  }
}
