package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pods that become ready by plan. They are created and removed at once; unready ones go first, then
 * the youngest.
 */
public final class SimulatedPods implements Workload {

  private final InstantSource clock;
  private final Map<Integer, PodPlan> plans;
  private final PodPlan otherwise;
  private final Map<String, Group> groups = new LinkedHashMap<>();

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

  /** A pod; {@code readyAt} null = never. */
  private static final class Pod {
    final Instant createdAt;
    @Nullable Instant readyAt;

    Pod(Instant createdAt, @Nullable Instant readyAt) {
      this.createdAt = createdAt;
      this.readyAt = readyAt;
    }

    boolean ready(Instant now) {
      return readyAt != null && !readyAt.isAfter(now);
    }

    boolean available(Instant now, Duration minReady) {
      return readyAt != null && !readyAt.plus(minReady).isAfter(now);
    }
  }

  /** The pods of one replica set. */
  private static final class Group {
    final int createdAsRevision;
    PodPlan plan;
    Duration minReady = Duration.ZERO;
    final List<Pod> pods = new ArrayList<>();

    Group(int createdAsRevision, PodPlan plan) {
      this.createdAsRevision = createdAsRevision;
      this.plan = plan;
    }
  }

  @Override
  public Map<String, ReplicaCounts> observe(String rollout) {
    Instant now = clock.instant();
    Map<String, ReplicaCounts> counts = new LinkedHashMap<>();
    groups.forEach((hash, group) ->
        counts.put(
            hash,
            new ReplicaCounts(
                group.pods.size(),
                (int) group.pods.stream().filter(pod -> pod.ready(now)).count(),
                (int) group.pods.stream().filter(it -> it.available(now, group.minReady)).count(),
                group.pods.stream().map(pod -> pod.createdAt).toList())));
    return counts;
  }

  @Override
  public void apply(String rollout, ReplicaSet replicaSet) {
    Group group =
        groups.computeIfAbsent(
            replicaSet.hash(),
            hash ->
                new Group(
                    replicaSet.revision(), plans.getOrDefault(replicaSet.revision(), otherwise)));
    group.minReady = Duration.ofSeconds(replicaSet.minReadySeconds());
    while (group.pods.size() < replicaSet.replicas()) {
      group.pods.add(create(group));
    }
    shrink(group, replicaSet.replicas());
  }

  private Pod create(Group group) {
    Pod pod = new Pod(clock.instant(), null);
    Integer maxReady = group.plan.maxReady();
    long planned = group.pods.stream().filter(it -> it.readyAt != null).count();
    if (maxReady == null || planned < maxReady) {
      pod.readyAt = readyAt(group);
    }
    return pod;
  }

  private @Nullable Instant readyAt(Group group) {
    Double after = group.plan.readyAfter();
    return after == null ? null : secondStart().plusMillis(Math.round(after * 1000));
  }

  private Instant secondStart() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private void shrink(Group group, int replicas) {
    Instant now = clock.instant();
    List<Pod> leavingFirst = new ArrayList<>(group.pods);
    leavingFirst.sort(
        Comparator.comparing((Pod pod) -> pod.ready(now))
            .thenComparing(pod -> pod.createdAt, Comparator.reverseOrder()));
    int excess = Math.max(0, group.pods.size() - replicas);
    group.pods.removeAll(leavingFirst.subList(0, excess));
  }

  @Override
  public void delete(String rollout, String hash) {
    groups.remove(hash);
  }

  @Override
  public void evict(String rollout, String hash, Instant createdBefore, int count) {
    Group group = groups.get(hash);
    if (group == null) {
      return;
    }
    List<Pod> old =
        group.pods.stream()
            .filter(it -> it.createdAt.isBefore(createdBefore))
            .limit(count)
            .toList();
    group.pods.removeAll(old);
    old.forEach(pod -> group.pods.add(create(group)));
  }

  /** The next time at which a pod becomes ready or available. */
  public Optional<Instant> nextChange() {
    Instant now = clock.instant();
    return groups.values().stream()
        .flatMap(group -> group.pods.stream().flatMap(pod -> changes(pod, group)))
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> changes(Pod pod, Group group) {
    return pod.readyAt == null
        ? Stream.of()
        : Stream.of(pod.readyAt, pod.readyAt.plus(group.minReady));
  }

  /** All pods of a revision fail now, and are ready again after so many seconds, or never. */
  public void fail(int revision, @Nullable Double seconds) {
    Instant back = seconds == null ? null : secondStart().plusMillis(Math.round(seconds * 1000));
    of(revision).ifPresent(group -> group.pods.forEach(pod -> pod.readyAt = back));
  }

  /** From now on pods of a revision take this long; those that are not ready begin anew. */
  public void slow(int revision, @Nullable Double readyAfter) {
    Instant now = clock.instant();
    of(revision)
        .ifPresent(group -> {
          group.plan = group.plan.withReadyAfter(readyAfter);
          group.pods.stream()
              .filter(pod -> !pod.ready(now))
              .forEach(pod -> pod.readyAt = readyAt(group));
        });
  }

  /** The oldest pods that are not ready become so now. */
  public void heal(int revision, int count) {
    Instant now = clock.instant();
    of(revision)
        .ifPresent(group ->
            group.pods.stream()
                .filter(pod -> !pod.ready(now))
                .limit(count)
                .forEach(pod -> pod.readyAt = now));
  }

  private Optional<Group> of(int revision) {
    return groups.values().stream()
        .filter(group -> group.createdAsRevision == revision)
        .findFirst();
  }
}
