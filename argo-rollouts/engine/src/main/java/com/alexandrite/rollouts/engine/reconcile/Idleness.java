package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
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
 * for one, but anything else in the state is, also a template that was corrected.
 */
final class Idleness {

  private final Map<String, Idle> idle = new HashMap<>();

  /**
   * What was seen.
   *
   * @param state without its runs, of which only the phases count
   * @param silent metrics without data, where a rollout holds for them
   */
  private record Idle(
      RolloutState state,
      List<AnalysisPhase> phases,
      List<String> silent,
      Map<String, ReplicaCounts> pods,
      @Nullable Instant wakeAt) {

    static Idle of(RolloutState state, Map<String, ReplicaCounts> pods, @Nullable Instant wakeAt) {
      List<AnalysisPhase> phases = state.analysisRuns().stream().map(AnalysisRun::phase).toList();
      List<String> silent = NoDataHold.signature(state);
      return new Idle(state.withAnalysisRuns(List.of()), phases, silent, Map.copyOf(pods), wakeAt);
    }

    boolean over(Instant now) {
      return wakeAt != null && !now.isBefore(wakeAt);
    }
  }

  void settled(RolloutState state, Map<String, ReplicaCounts> pods, @Nullable Instant wakeAt) {
    idle.put(state.rollout().name(), Idle.of(state, pods, wakeAt));
  }

  /** Whether a pass now would change nothing. */
  boolean goesOn(RolloutState state, Map<String, ReplicaCounts> pods, Instant now) {
    Idle known = idle.get(state.rollout().name());
    return known != null && !known.over(now) && known.equals(Idle.of(state, pods, known.wakeAt()));
  }

  /** When the idle rollout wants to be looked at again. */
  @Nullable Instant wakeAt(String rollout) {
    Idle known = idle.get(rollout);
    return known == null ? null : known.wakeAt();
  }
}
