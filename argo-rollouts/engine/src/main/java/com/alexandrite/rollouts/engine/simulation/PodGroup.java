package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pods of one replica set. */
final class PodGroup {

  private final int createdAsRevision;
  private final List<Pod> pods = new ArrayList<>();
  private PodPlan plan;
  private Duration minReady = Duration.ZERO;

  PodGroup(int createdAsRevision, PodPlan plan) {
    this.createdAsRevision = createdAsRevision;
    this.plan = plan;
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

  /** The same pods; what becomes of either group is nothing to the other. */
  PodGroup copy() {
    PodGroup copy = new PodGroup(createdAsRevision, plan);
    copy.minReady = minReady;
    pods.forEach(pod -> copy.pods.add(new Pod(pod.createdAt, pod.readyAt)));
    return copy;
  }

  /** The revision that the replica set had when it was created. */
  int createdAsRevision() {
    return createdAsRevision;
  }

  ReplicaCounts counts(Instant now) {
    int ready = 0;
    int available = 0;
    List<Instant> createdAt = new ArrayList<>(pods.size());
    for (Pod pod : pods) {
      ready += pod.ready(now) ? 1 : 0;
      available += pod.available(now, minReady) ? 1 : 0;
      createdAt.add(pod.createdAt);
    }
    return new ReplicaCounts(pods.size(), ready, available, createdAt);
  }

  /** The next time at which a pod becomes ready or available; null if none does. */
  @Nullable Instant nextChange(Instant now) {
    Instant next = null;
    for (Pod pod : pods) {
      if (pod.readyAt != null) {
        Instant change = pod.readyAt.isAfter(now) ? pod.readyAt : pod.readyAt.plus(minReady);
        if (change.isAfter(now) && (next == null || change.isBefore(next))) {
          next = change;
        }
      }
    }
    return next;
  }

  void scale(int replicas, Duration availableAfter, Instant now) {
    minReady = availableAfter;
    while (pods.size() < replicas) {
      create(now);
    }
    List<Pod> leavingFirst = new ArrayList<>(pods);
    leavingFirst.sort(
        Comparator.comparing((Pod pod) -> pod.ready(now))
            .thenComparing(pod -> pod.createdAt, Comparator.reverseOrder()));
    pods.removeAll(leavingFirst.subList(0, pods.size() - replicas));
  }

  private void create(Instant now) {
    Integer maxReady = plan.maxReady();
    long planned = pods.stream().filter(it -> it.readyAt != null).count();
    pods.add(new Pod(now, maxReady == null || planned < maxReady ? readyAt(now) : null));
  }

  private @Nullable Instant readyAt(Instant now) {
    Double after = plan.readyAfter();
    return after == null ? null : later(now, after);
  }

  /** Replaces the oldest pods. */
  void evict(Instant createdBefore, int count, Instant now) {
    List<Pod> old =
        pods.stream().filter(it -> it.createdAt.isBefore(createdBefore)).limit(count).toList();
    pods.removeAll(old);
    old.forEach(pod -> create(now));
  }

  /** All fail, and are ready again after so many seconds, or never. */
  void fail(@Nullable Double seconds, Instant now) {
    Instant back = seconds == null ? null : later(now, seconds);
    pods.forEach(pod -> pod.readyAt = back);
  }

  /** From now on pods take this long; those that are not ready begin anew. */
  void slow(@Nullable Double readyAfter, Instant now) {
    plan = plan.withReadyAfter(readyAfter);
    pods.stream().filter(pod -> !pod.ready(now)).forEach(pod -> pod.readyAt = readyAt(now));
  }

  /** The oldest pods that are not ready become so. */
  void heal(int count, Instant now) {
    pods.stream().filter(pod -> !pod.ready(now)).limit(count).forEach(pod -> pod.readyAt = now);
  }

  private static Instant later(Instant now, double seconds) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusMillis(Math.round(seconds * 1000));
  }
}
