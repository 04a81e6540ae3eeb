package com.alexandrite.rollouts.engine.group;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.Workload;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pods that are available at once, but for those of images that never start. */
final class StubbornPods implements Workload {

  private final InMemoryWorkload pods = new InMemoryWorkload();
  private final Map<String, String> images = new HashMap<>();

  /** Their pods are created and never become ready. */
  final Set<String> neverStarting = new HashSet<>();

  @Override
  public Map<String, ReplicaCounts> observe(String rollout) {
    Map<String, ReplicaCounts> seen = new HashMap<>(pods.observe(rollout));
    seen.replaceAll((hash, counts) ->
        neverStarting.contains(images.get(hash))
            ? new ReplicaCounts(counts.created(), 0, 0)
            : counts);
    return seen;
  }

  @Override
  public void apply(String rollout, ReplicaSet replicaSet) {
    images.put(replicaSet.hash(), replicaSet.template().container().image());
    pods.apply(rollout, replicaSet);
  }

  @Override
  public void delete(String rollout, String hash) {
    pods.delete(rollout, hash);
  }

  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {
    pods.evict(rollout, hash, createdBefore, count);
  }
}
