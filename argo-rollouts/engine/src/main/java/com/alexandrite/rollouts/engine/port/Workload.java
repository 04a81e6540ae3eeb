package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs the pods of revisions. Every call is idempotent and returns at once: the pods follow. */
public interface Workload {

  /** What runs now, by pod template hash; a revision without pods may be absent. */
  Map<String, ReplicaCounts> observe(String rollout);

  /** Let this revision converge to {@link ReplicaSet#replicas()} pods of its template. */
  void apply(String rollout, ReplicaSet replicaSet);

  /** Forget a revision; whatever still runs of it ends. */
  void delete(String rollout, String hash);

  /**
   * Replace the pods of this revision that were created before the given time, at most this many.
   */
  void evict(String rollout, String hash, Instant createdBefore, int count);

  /**
   * How many pods of a revision there are.
   *
   * @param created exist, ready or not
   * @param ready answer their readiness probe
   * @param available have been ready for minReadySeconds
   * @param createdAt when each was created; empty = unknown
   */
  record ReplicaCounts(int created, int ready, int available, List<Instant> createdAt) {

    public static final ReplicaCounts NONE = new ReplicaCounts(0, 0, 0);

    public ReplicaCounts {
      createdAt = List.copyOf(createdAt);
    }

    public ReplicaCounts(int created, int ready, int available) {
      this(created, ready, available, List.of());
    }

    /** How many were created before this time, as far as known. */
    public int createdBefore(Instant time) {
      return (int) createdAt.stream().filter(created -> created.isBefore(time)).count();
    }
  }
}
