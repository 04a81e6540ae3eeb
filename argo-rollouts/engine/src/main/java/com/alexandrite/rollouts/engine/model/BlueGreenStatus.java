package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import org.jspecify.annotations.Nullable;

/**
 * The blue-green part of a rollout's status.
 *
 * @param previewSelector the revision that the preview Service selects; empty = none yet
 * @param activeSelector the revision that the active Service selects; empty = none yet
 * @param scaleUpPreviewCheckPoint whether the small preview has shown enough to grow to full size
 * @param prePromotionAnalysisRunStatus the run before the switch, as last seen
 * @param postPromotionAnalysisRunStatus the run after it, as last seen
 */
public record BlueGreenStatus(
    String previewSelector,
    String activeSelector,
    boolean scaleUpPreviewCheckPoint,
    @Nullable AnalysisRunStatus prePromotionAnalysisRunStatus,
    @Nullable AnalysisRunStatus postPromotionAnalysisRunStatus) {

  /** Before the first pass, and for ever with a canary. */
  public static final BlueGreenStatus NONE = new BlueGreenStatus("", "", false, null, null);

  public BlueGreenStatus withSelectors(String preview, String active) {
    return new BlueGreenStatus(
        preview,
        active,
        scaleUpPreviewCheckPoint,
        prePromotionAnalysisRunStatus,
        postPromotionAnalysisRunStatus);
  }

  public BlueGreenStatus withCheckPoint(boolean reached) {
    return new BlueGreenStatus(
        previewSelector,
        activeSelector,
        reached,
        prePromotionAnalysisRunStatus,
        postPromotionAnalysisRunStatus);
  }

  public BlueGreenStatus withRuns(
      @Nullable AnalysisRunStatus before, @Nullable AnalysisRunStatus after) {
    return new BlueGreenStatus(
        previewSelector, activeSelector, scaleUpPreviewCheckPoint, before, after);
  }
}
