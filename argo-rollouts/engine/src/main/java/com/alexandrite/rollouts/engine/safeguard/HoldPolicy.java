package com.alexandrite.rollouts.engine.safeguard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Without metric data the rollout waits instead of going back.
 *
 * @param atMost how long; null = until data or somebody comes
 * @param after what then
 */
public record HoldPolicy(@Nullable Duration atMost, After after) {

  /** What follows a hold that took too long. */
  public enum After {
    /** Back to stable: customers are not to stay on a version that nobody can judge. */
    ABORT,
    /** Only a warning: the rollout goes on waiting. */
    STAY
  }
}
