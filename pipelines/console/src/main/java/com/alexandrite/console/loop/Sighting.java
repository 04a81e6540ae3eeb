package com.alexandrite.console.loop;

import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.local.Pod;
import java.time.Instant;
import java.util.List;

/**
 * A rollout as the last pass left it, for all who read.
 *
 * @param pods also those that leave
 */
public record Sighting(RolloutState state, List<Pod> pods, Instant at) {
  /** Copies the list. */
  public Sighting {
    pods = List.copyOf(pods);
  }

  /** How many pods of a revision answer their readiness probe. */
  public int ready(String hash) {
    return (int) pods.stream().filter(pod -> pod.hash().equals(hash) && pod.ready()).count();
  }
}
