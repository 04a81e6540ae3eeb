package com.alexandrite.console.cluster;

import com.alexandrite.rollouts.kubernetes.RolloutCluster;

/** Hands the watches' changes on, once somebody is there to take them. */
final class ClusterSignals implements RolloutCluster.Listener {
  private static final RolloutCluster.Listener NOBODY = (_, _) -> {};

  private volatile RolloutCluster.Listener taker = NOBODY;

  void handTo(RolloutCluster.Listener listener) {
    taker = listener;
  }

  void stop() {
    taker = NOBODY;
  }

  @Override
  public void changed(String namespace, String rollout) {
    taker.changed(namespace, rollout);
  }
}
