package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Pods that are available as soon as they are wanted. */
public final class InMemoryWorkload implements Workload {

  private final Map<String, Map<String, ReplicaCounts>> pods = new ConcurrentSkipListMap<>();

  @Override
  public Map<String, ReplicaCounts> observe(String rollout) {
    return Map.copyOf(of(rollout));
  }

  @Override
  public void apply(String rollout, ReplicaSet replicaSet) {
    int count = replicaSet.replicas();
    of(rollout).put(replicaSet.hash(), new ReplicaCounts(count, count, count));
  }

  @Override
  public void delete(String rollout, String hash) {
    of(rollout).remove(hash);
  }

  /** These pods have no age: nobody asks for it. */
  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {}

  private Map<String, ReplicaCounts> of(String rollout) {
    return pods.computeIfAbsent(rollout, name -> new ConcurrentSkipListMap<>());
  }
}
