package com.alexandrite.rollouts.engine.reconcile;

import java.time.Instant;
import java.util.List;

/** How far back a rollout may go without its steps. */
final class RollbackWindow {

  private RollbackWindow() {}

  /**
   * Whether the wanted revision is older than stable, with fewer revisions between than the window
   * allows.
   *
   * @param revisions the times of creation of all revisions, experiments' left out
   */
  static boolean covers(int window, Instant wanted, Instant stable, List<Instant> revisions) {
    if (!wanted.isBefore(stable)) {
      return false;
    }
    long between =
        revisions.stream().filter(it -> wanted.isBefore(it) && it.isBefore(stable)).count();
    return between < window;
  }
}
