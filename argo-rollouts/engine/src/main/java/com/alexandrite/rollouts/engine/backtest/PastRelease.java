package com.alexandrite.rollouts.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release as it went.
 *
 * @param service name of the Rollout
 * @param fromHash pod template hash of the stable revision, as its metrics carry it
 * @param toHash pod template hash of the released revision
 * @param firstRequestAt when requests first reached the new version; null if that is not known
 * @param abortedAt null unless it was aborted
 * @param endedAt when it was promoted or taken back
 * @param outcome Promoted, RolledBack or Failed
 * @param reason why it ended so
 */
public record PastRelease(
    String id,
    String service,
    String fromVersion,
    String toVersion,
    String fromHash,
    String toHash,
    Instant startedAt,
    @Nullable Instant firstRequestAt,
    @Nullable Instant abortedAt,
    Instant endedAt,
    String outcome,
    String reason) {

  /**
   * So much later than then the same decision may come: measurements are not made at the very same
   * moments. The requests of the aborted version are still in the windows.
   */
  private static final Duration LATER = Duration.ofSeconds(15);

  /** Until when the metrics tell something of the new version beside the old one. */
  public Instant knownUntil() {
    return abortedAt == null ? endedAt : abortedAt.plus(LATER);
  }

  /** How long the new version took to be there. */
  public Optional<Duration> start() {
    return Optional.ofNullable(firstRequestAt).map(first -> Duration.between(startedAt, first));
  }

  /** When it was aborted, counted from its start. */
  public Optional<Duration> abortedAfter() {
    return Optional.ofNullable(abortedAt).map(aborted -> Duration.between(startedAt, aborted));
  }
}
