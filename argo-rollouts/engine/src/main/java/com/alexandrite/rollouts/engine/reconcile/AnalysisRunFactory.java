package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the runs of analyses: joins their templates and gives every argument its value. */
interface AnalysisRunFactory {

  Creation create(Order order);

  /**
   * A run to be made.
   *
   * @param latest the revision to judge
   * @param stable the revision to compare with; null on the first deploy
   */
  record Order(
      RolloutState state,
      RolloutAnalysis analysis,
      Kind kind,
      @Nullable Integer stepIndex,
      ReplicaSet latest,
      @Nullable ReplicaSet stable,
      Instant now) {}

  /** What came of it. */
  sealed interface Creation {

    /** A run that has not begun; its name may still collide with an older one's. */
    record Created(AnalysisRun run) implements Creation {}

    /** A template or an argument is missing. */
    record Refused(String why) implements Creation {}
  }
}
