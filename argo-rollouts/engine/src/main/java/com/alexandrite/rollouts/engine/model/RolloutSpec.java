package com.alexandrite.rollouts.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a rollout, with Argo's defaults already applied. Times are in seconds where the
 * name says so.
 *
 * @param minReadySeconds how long a pod must be ready to count as available
 * @param revisionHistoryLimit how many old replica sets are kept
 * @param restartAt pods older than this are to be replaced
 * @param rollbackWindow going back by fewer than this many revisions skips the steps; null = never
 * @param canary the strategy; {@link CanaryStrategy#NONE} where it is blueGreen
 * @param blueGreen the strategy; null where it is canary
 */
public record RolloutSpec(
    int replicas,
    PodTemplate template,
    int minReadySeconds,
    int revisionHistoryLimit,
    boolean paused,
    int progressDeadlineSeconds,
    boolean progressDeadlineAbort,
    @Nullable Instant restartAt,
    @Nullable Integer rollbackWindow,
    AnalysisHistory analysisHistory,
    CanaryStrategy canary,
    @Nullable BlueGreenStrategy blueGreen) {

  public static final int DEFAULT_REPLICAS = 1;
  public static final int DEFAULT_REVISION_HISTORY_LIMIT = 10;
  public static final int DEFAULT_PROGRESS_DEADLINE_SECONDS = 600;

  /** How many ended analysis runs are kept beside the current ones. */
  public record AnalysisHistory(int successfulRunHistoryLimit, int unsuccessfulRunHistoryLimit) {

    public static final AnalysisHistory DEFAULT = new AnalysisHistory(5, 5);
  }

  public RolloutSpec withReplicas(int changed) {
    return copy(changed, template, paused, canary, blueGreen);
  }

  public RolloutSpec withTemplate(PodTemplate changed) {
    return copy(replicas, changed, paused, canary, blueGreen);
  }

  public RolloutSpec withPaused(boolean changed) {
    return copy(replicas, template, changed, canary, blueGreen);
  }

  public RolloutSpec withCanary(CanaryStrategy changed) {
    return copy(replicas, template, paused, changed, blueGreen);
  }

  public RolloutSpec withBlueGreen(@Nullable BlueGreenStrategy changed) {
    return copy(replicas, template, paused, canary, changed);
  }

  public RolloutSpec withRestartAt(@Nullable Instant changed) {
    return new RolloutSpec(
        replicas,
        template,
        minReadySeconds,
        revisionHistoryLimit,
        paused,
        progressDeadlineSeconds,
        progressDeadlineAbort,
        changed,
        rollbackWindow,
        analysisHistory,
        canary,
        blueGreen);
  }

  private RolloutSpec copy(
      int newReplicas,
      PodTemplate newTemplate,
      boolean newPaused,
      CanaryStrategy newCanary,
      @Nullable BlueGreenStrategy newBlueGreen) {
    return new RolloutSpec(
        newReplicas,
        newTemplate,
        minReadySeconds,
        revisionHistoryLimit,
        newPaused,
        progressDeadlineSeconds,
        progressDeadlineAbort,
        restartAt,
        rollbackWindow,
        analysisHistory,
        newCanary,
        newBlueGreen);
  }
}
