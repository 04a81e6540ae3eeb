package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pods that become ready by plan. They are created and removed at once; unready ones go first, then
 * the youngest.
 */
public final class SimulatedPods implements Workload {

  private final InstantSource clock;
  private final Map<Integer, PodPlan> plans;
  private final PodPlan otherwise;
  private final Map<String, PodGroup> groups = new LinkedHashMap<>();

  /**
   * Pods with these plans.
   *
   * @param plans by the revision that a replica set has when it is created
   */
  public SimulatedPods(InstantSource clock, Map<Integer, PodPlan> plans, PodPlan otherwise) {
    this.clock = clock;
    this.plans = Map.copyOf(plans);
    this.otherwise = otherwise;
  }

  /** Begins with the pods that others are now. */
  void takeOver(SimulatedPods others) {
    others.groups.forEach((hash, group) -> groups.put(hash, group.copy()));
  }

  @Override
  public Map<String, ReplicaCounts> observe(String rollout) {
    Instant now = clock.instant();
    Map<String, ReplicaCounts> counts = new LinkedHashMap<>();
    groups.forEach((hash, group) -> counts.put(hash, group.counts(now)));
    return counts;
  }

  @Override
  public void apply(String rollout, ReplicaSet replicaSet) {
    int revision = replicaSet.revision();
    groups
        .computeIfAbsent(
            replicaSet.hash(),
            hash -> new PodGroup(revision, plans.getOrDefault(revision, otherwise)))
        .scale(
            replicaSet.replicas(),
            Duration.ofSeconds(replicaSet.minReadySeconds()),
            clock.instant());
  }

  @Override
  public void delete(String rollout, String hash) {
    groups.remove(hash);
  }

  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {
    PodGroup group = groups.get(hash);
    if (group != null) {
      group.evict(createdBefore, count, clock.instant());
    }
  }

  /** The next time at which a pod becomes ready or available. */
  public Optional<Instant> nextChange() {
    Instant now = clock.instant();
    Instant next = null;
    for (PodGroup group : groups.values()) {
      Instant change = group.nextChange(now);
      if (change != null && (next == null || change.isBefore(next))) {
        next = change;
      }
    }
    return Optional.ofNullable(next);
  }

  /** All pods of a revision fail now, and are ready again after so many seconds, or never. */
  public void fail(int revision, @Nullable Double seconds) {
    of(revision).ifPresent(group -> group.fail(seconds, clock.instant()));
  }

  /** From now on pods of a revision take this long; those that are not ready begin anew. */
  public void slow(int revision, @Nullable Double readyAfter) {
    of(revision).ifPresent(group -> group.slow(readyAfter, clock.instant()));
  }

  /** The oldest pods that are not ready become so now. */
  public void heal(int revision, int count) {
    of(revision).ifPresent(group -> group.heal(count, clock.instant()));
  }

  private Optional<PodGroup> of(int revision) {
    return groups.values().stream()
        .filter(group -> group.createdAsRevision() == revision)
        .findFirst();
  }
}
