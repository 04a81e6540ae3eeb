package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes analysis runs and carries them on. */
interface AnalysisRuns extends AnalysisRunFactory {

  /** Measures what is due in every run that is not completed. */
  Advance advance(RolloutState state, Instant now);

  /**
   * The state with its runs carried on.
   *
   * @param next when to look again; null = nothing more is to come
   */
  record Advance(RolloutState state, @Nullable Instant next) {}
}
