package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a pass found that changed nothing. While the same is seen and its wake-up time has
 * not come, another pass would be idle too; a new measurement in a run that goes on is no reason
 * for one.
 */
final class Idleness {

  private final Map<String, Idle> idle = new HashMap<>();

  /** What was seen. */
  private record Idle(
      Rollout rollout,
      List<ReplicaSet> replicaSets,
      List<AnalysisPhase> phases,
      Map<String, ReplicaCounts> pods,
      @Nullable Instant wakeAt) {

    boolean same(RolloutState state, Map<String, ReplicaCounts> seen) {
      return rollout.equals(state.rollout())
          && replicaSets.equals(state.replicaSets())
          && phases.equals(phases(state))
          && pods.equals(seen);
    }

    static List<AnalysisPhase> phases(RolloutState state) {
      return state.analysisRuns().stream().map(AnalysisRun::phase).toList();
    }
  }

  void settled(RolloutState state, Map<String, ReplicaCounts> pods, @Nullable Instant wakeAt) {
    idle.put(
        state.rollout().name(),
        new Idle(
            state.rollout(), state.replicaSets(), Idle.phases(state), Map.copyOf(pods), wakeAt));
  }

  /** Whether a pass now would change nothing. */
  boolean goesOn(RolloutState state, Map<String, ReplicaCounts> pods, Instant now) {
    Idle known = idle.get(state.rollout().name());
    return known != null
        && (known.wakeAt() == null || now.isBefore(known.wakeAt()))
        && known.same(state, pods);
  }

  /** When the idle rollout wants to be looked at again. */
  @Nullable Instant wakeAt(String rollout) {
    Idle known = idle.get(rollout);
    return known == null ? null : known.wakeAt();
  }
}
