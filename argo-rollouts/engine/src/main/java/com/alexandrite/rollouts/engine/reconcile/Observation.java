package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of the world before a pass.
 *
 * @param pods by pod template hash
 * @param weightVerified what the router says of the split that was last decided; null = it can't
 *     tell
 */
public record Observation(Map<String, ReplicaCounts> pods, @Nullable Boolean weightVerified) {

  public Observation {
    pods = Map.copyOf(pods);
  }

  ReplicaCounts of(String hash) {
    return pods.getOrDefault(hash, ReplicaCounts.NONE);
  }
}
