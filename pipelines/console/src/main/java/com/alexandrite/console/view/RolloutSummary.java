package com.alexandrite.console.view;

import org.jspecify.annotations.Nullable;

/**
 * A rollout in one line.
 *
 * @param name name of the Rollout
 * @param phase Healthy, Progressing, Paused or Degraded
 * @param step index of the running step from 0, equal to {@code steps} when all are done
 * @param steps number of steps
 * @param weight share of customers on the canary, 0 to 100
 * @param stable version that serves as stable
 * @param canary version that is tried, null when none is
 * @param message reason of the phase in the words of the engine
 * @param work what its versions are judged by
 */
public record RolloutSummary(
    String name,
    String phase,
    int step,
    int steps,
    int weight,
    String stable,
    @Nullable String canary,
    String message,
    Work work) {}
