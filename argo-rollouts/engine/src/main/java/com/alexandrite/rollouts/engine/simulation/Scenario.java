package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A rollout to be simulated, from its first deploy on.
 *
 * @param start as applied at second 0
 * @param script in the order of their times
 * @param pods plans by the revision that a replica set has when it is created
 * @param until where the simulation ends
 */
public record Scenario(
    RolloutState start,
    List<Step> script,
    Map<Integer, PodPlan> pods,
    PodPlan otherPods,
    Map<String, List<ScriptedMetrics.Point>> metrics,
    RecordingRouter.Plan router,
    Duration until) {

  public Scenario {
    script = List.copyOf(script);
    pods = Map.copyOf(pods);
    metrics = Map.copyOf(metrics);
  }

  /** Something that happens after so long. */
  public record Step(Duration at, Happening happening) {}

  /** What a person or the environment does. */
  public interface Happening {
    void happen(Simulation simulation);
  }
}
