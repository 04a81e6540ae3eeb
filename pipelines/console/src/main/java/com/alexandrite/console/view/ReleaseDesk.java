package com.alexandrite.console.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a release manager reads. Answers are snapshots and may be called from any thread. */
public interface ReleaseDesk {

  /** All rollouts, by name. */
  List<RolloutSummary> rollouts();

  /** One rollout with its evidence; empty when there is none of that name. */
  Optional<RolloutDetail> rollout(String name);

  /**
   * Measured series of both arms; empty when there is no such rollout.
   *
   * @param window the last so much time; null for the running or last release with its surroundings
   */
  Optional<Series> series(String name, @Nullable Duration window);

  /** Finished and running releases, newest first; of one service, or of all when null. */
  List<ReleaseRecord> releases(@Nullable String service, int limit);

  /** One release; empty when there is none of that id. */
  Optional<ReleaseRecord> release(String releaseId);

  /** What people did and why, newest first. */
  List<AuditEntry> audit(int limit);
}
