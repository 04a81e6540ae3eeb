package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.ReplicaProgressThreshold;
import org.jspecify.annotations.Nullable;

/** Whether enough pods of a revision are there for a step to count as reached. */
final class ProgressThreshold {

  private static final String PERCENT = "Percent";
  private static final double TOLERANCE = 1e-10;

  private ProgressThreshold() {}

  static boolean met(
      @Nullable ReplicaProgressThreshold threshold, @Nullable Revision revision, int desired) {
    if (threshold == null || revision == null || threshold.value() < 0) {
      return revision != null && desired == revision.wanted() && desired == revision.available();
    }
    if (!threshold.type().equals(PERCENT)) {
      return revision.available() >= threshold.value();
    }
    return desired == 0
        || (double) revision.available() / desired * 100 >= threshold.value() - TOLERANCE;
  }
}
