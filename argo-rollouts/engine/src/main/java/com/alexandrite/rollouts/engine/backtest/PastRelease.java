package com.alexandrite.rollouts.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
 * @param cause the kind of that reason, as the console names it; null where that is not known
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
    String reason,
    @Nullable String cause) {

  /**
   * So much later than then the same decision may come: measurements are not made at the very same
   * moments. The requests of the aborted version are still in the windows.
   */
  private static final Duration LATER = Duration.ofSeconds(15);

  /** A first request tells nothing of the pods when it comes so late. */
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  /** A person, the release group, an older version wanted again, and a newer release. */
  private static final Set<String> FROM_OUTSIDE =
      Set.of("stopped", "together", "undone", "replaced");

  /** Whether it was ended by something that no manifests decide. */
  public boolean endedFromOutside() {
    return cause != null && FROM_OUTSIDE.contains(cause);
  }

  /** Until when the metrics tell something of the new version beside the old one. */
  public Instant knownUntil() {
    if (abortedAt == null) {
      return endedAt;
    }
    return endedFromOutside() ? abortedAt : abortedAt.plus(LATER);
  }

  /**
   * How long the new version took to be there, estimated: until its first request, as far as that
   * came soon.
   */
  public Optional<Duration> start() {
    return Optional.ofNullable(firstRequestAt)
        .map(first -> Duration.between(startedAt, first))
        .map(start -> start.compareTo(LONGEST_START) > 0 ? LONGEST_START : start);
  }

  /** When it was aborted, counted from its start. */
  public Optional<Duration> abortedAfter() {
    return Optional.ofNullable(abortedAt).map(aborted -> Duration.between(startedAt, aborted));
  }
}
