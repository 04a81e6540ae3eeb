package com.alexandrite.rollouts.engine.reconcile;

import java.time.Duration;
import java.time.Instant;

/** Replaces pods that are older than spec.restartAt, a few at a time. */
final class PodRestart {

  private static final Duration CHECK_AGAIN = Duration.ofSeconds(30);

  private final Pass pass;

  PodRestart(Pass pass) {
    this.pass = pass;
  }

  /** Tells whether pods were replaced: then the counts are no longer true. */
  boolean restart() {
    Instant wanted = pass.spec().restartAt();
    if (wanted == null || wanted.equals(pass.old().restartedAt())) {
      return false;
    }
    if (!pass.now().isAfter(wanted)) {
      pass.wake(wanted);
      return false;
    }
    return evict(wanted);
  }

  private boolean evict(Instant wanted) {
    int room = room();
    int evicted = 0;
    int old = 0;
    for (Revision revision : pass.revisions()) {
      int stale = revision.pods().createdBefore(wanted);
      int count = Math.min(stale, Math.max(0, room - evicted));
      old += stale;
      if (count > 0) {
        pass.act(new Action.EvictPods(revision.hash(), wanted, count));
        evicted += count;
      }
    }
    if (old == 0) {
      pass.status.restartedAt = wanted;
    } else if (old > evicted) {
      pass.wake(pass.now().plus(CHECK_AGAIN));
    }
    return evicted > 0;
  }

  /**
   * How many pods may be missing now; at least one at a time, or nothing would ever be replaced.
   */
  private int room() {
    int wanted = pass.revisions().stream().mapToInt(Revision::wanted).sum();
    int available = pass.revisions().stream().mapToInt(Revision::available).sum();
    int unavailable = Fenceposts.of(pass.spec()).unavailable();
    return available - (Math.max(pass.spec().replicas(), wanted) - Math.max(unavailable, 1));
  }
}
