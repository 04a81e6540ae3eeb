package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;

/**
 * How much of the work is the canary's, in percent: its weight where traffic is routed, else the
 * share of pods, since consumers of a queue share its messages as they come free.
 */
public final class CanaryShare {
  private static final int ALL = 100;

  private CanaryShare() {}

  /** The share; 0 when nothing is on its way. */
  public static int of(RolloutState state) {
    if (isRouted(state)) {
      return state.rollout().status().canaryWeight();
    }
    if (state.rollout().fullyPromoted() || state.rollout().status().stableRS().isEmpty()) {
      return 0;
    }
    int canary = pods(state, state.rollout().status().currentPodHash());
    int all = canary + pods(state, state.rollout().status().stableRS());
    return all == 0 ? 0 : Math.round((float) ALL * canary / all);
  }

  /** Whether requests are led to the pods, rather than that these take messages from a queue. */
  public static boolean isRouted(RolloutState state) {
    RolloutSpec spec = state.rollout().spec();
    return spec.blueGreen() != null || spec.canary().trafficRouting() != null;
  }

  private static int pods(RolloutState state, String hash) {
    return state.replicaSet(hash).map(ReplicaSet::replicas).orElse(0);
  }
}
