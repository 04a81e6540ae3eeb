package com.alexandrite.rollouts.engine.simulation.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the pods of a revision behave.
 *
 * @param revision the stable version is 1, what is released first 2
 * @param readyAfter from a pod's start; null = never
 * @param maxReady only so many of them ever are ready; null = all
 * @param crash when all of them fail; null = never
 */
public record PodScript(
    int revision,
    @Nullable Duration readyAfter,
    @Nullable Integer maxReady,
    @Nullable Crash crash) {

  /** Ready after two seconds. */
  public static final Duration USUAL = Duration.ofSeconds(2);

  /** What is released first. */
  public static final int RELEASED = 2;

  /**
   * All pods fail.
   *
   * @param lasting until they are ready again; null = for ever, and none that starts later is
   */
  public record Crash(Duration at, @Nullable Duration lasting) {}
}
