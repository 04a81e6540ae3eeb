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
 * @param routerAnswers whether it could be asked at all
 */
public record Observation(
    Map<String, ReplicaCounts> pods, @Nullable Boolean weightVerified, boolean routerAnswers) {

  /** What was seen with a router that answers. */
  public Observation(Map<String, ReplicaCounts> pods, @Nullable Boolean weightVerified) {
    this(pods, weightVerified, true);
  }

  public Observation {
    pods = Map.copyOf(pods);
  }

  ReplicaCounts of(String hash) {
    return pods.getOrDefault(hash, ReplicaCounts.NONE);
  }
}
