package com.alexandrite.rollouts.engine.simulation;

import org.jspecify.annotations.Nullable;

/**
 * How the pods of a revision behave.
 *
 * @param readyAfter seconds from a pod's creation; null = never
 * @param maxReady only so many of them ever are ready; null = all
 */
public record PodPlan(@Nullable Double readyAfter, @Nullable Integer maxReady) {

  /** Ready after two seconds. */
  public static final PodPlan DEFAULT = new PodPlan(2.0, null);

  PodPlan withReadyAfter(@Nullable Double changed) {
    return new PodPlan(changed, maxReady);
  }
}
