package com.alexandrite.rollouts.engine.analysis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a completed run is kept, in seconds; null where nothing is written. */
public record TtlStrategy(
    @Nullable Integer secondsAfterCompletion,
    @Nullable Integer secondsAfterFailure,
    @Nullable Integer secondsAfterSuccess) {

  /** Kept for ever. */
  public static final TtlStrategy NONE = new TtlStrategy(null, null, null);

  /**
   * Whether a run in this phase, completed then, has outlived its time. Whole seconds count,
   * strictly more of them.
   */
  public boolean exceeded(AnalysisPhase phase, @Nullable Instant completedAt, Instant now) {
    Integer seconds = secondsAfter(phase);
    if (!phase.completed() || completedAt == null || seconds == null) {
      return false;
    }
    return Duration.between(completedAt, now).toSeconds() > seconds;
  }

  private @Nullable Integer secondsAfter(AnalysisPhase phase) {
    if (phase == AnalysisPhase.SUCCESSFUL && secondsAfterSuccess != null) {
      return secondsAfterSuccess;
    }
    if (phase == AnalysisPhase.FAILED && secondsAfterFailure != null) {
      return secondsAfterFailure;
    }
    return secondsAfterCompletion;
  }
}
