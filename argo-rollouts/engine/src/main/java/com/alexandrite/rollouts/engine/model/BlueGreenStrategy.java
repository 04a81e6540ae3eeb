package com.alexandrite.rollouts.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How a new revision takes over: all at once. It grows beside the serving one, is looked at behind
 * the preview Service, and then the active Service is switched to it.
 *
 * @param activeService the Service that customers reach
 * @param previewService the Service that reaches the revision to come; empty = none
 * @param autoPromotionEnabled whether the switch happens without a person
 * @param autoPromotionSeconds how long the finished preview waits before that; 0 = not at all
 * @param previewReplicaCount pods of the preview until it is promoted; null = spec.replicas
 * @param prePromotionAnalysis must be successful before the switch
 * @param postPromotionAnalysis must be successful after it, or the switch is taken back
 * @param scaleDownDelaySeconds how long the old revision stays up after a promotion; null = Argo's
 *     default
 * @param scaleDownDelayRevisionLimit how many old revisions may stay up at the same time; null =
 *     all
 * @param abortScaleDownDelaySeconds how long an aborted preview stays up; null = Argo's default, 0
 *     = for ever
 * @param maxUnavailable how many pods may be missing while they are restarted
 */
public record BlueGreenStrategy(
    String activeService,
    String previewService,
    boolean autoPromotionEnabled,
    int autoPromotionSeconds,
    @Nullable Integer previewReplicaCount,
    @Nullable RolloutAnalysis prePromotionAnalysis,
    @Nullable RolloutAnalysis postPromotionAnalysis,
    @Nullable Integer scaleDownDelaySeconds,
    @Nullable Integer scaleDownDelayRevisionLimit,
    @Nullable Integer abortScaleDownDelaySeconds,
    IntOrString maxUnavailable) {

  public static final IntOrString DEFAULT_MAX_UNAVAILABLE = IntOrString.of("25%");

  /** Whether the switch waits: for a person, or for some time. */
  public boolean pauses() {
    return !autoPromotionEnabled || autoPromotionSeconds > 0;
  }

  public BlueGreenStrategy withAutoPromotionSeconds(int changed) {
    return copy(changed, prePromotionAnalysis, postPromotionAnalysis);
  }

  public BlueGreenStrategy withAnalyses(
      @Nullable RolloutAnalysis beforePromotion, @Nullable RolloutAnalysis afterPromotion) {
    return copy(autoPromotionSeconds, beforePromotion, afterPromotion);
  }

  private BlueGreenStrategy copy(
      int seconds,
      @Nullable RolloutAnalysis beforePromotion,
      @Nullable RolloutAnalysis afterPromotion) {
    return new BlueGreenStrategy(
        activeService,
        previewService,
        autoPromotionEnabled,
        seconds,
        previewReplicaCount,
        beforePromotion,
        afterPromotion,
        scaleDownDelaySeconds,
        scaleDownDelayRevisionLimit,
        abortScaleDownDelaySeconds,
        maxUnavailable);
  }
}
