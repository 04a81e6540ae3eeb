package com.alexandrite.kit.flags;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the source of the flags; written by the poll and the push, read by any
 * thread.
 */
final class FlagStatus {

  private final InstantSource clock;
  private volatile Standing standing = new Standing(Origin.FALLBACK, null, null, null);

  FlagStatus(InstantSource clock) {
    this.clock = clock;
  }

  /** Where the document in force came from. */
  enum Origin {
    /** There is none: each flag has its declared fallback. */
    FALLBACK,
    /** The file of the last known good document. */
    DISK,
    /** Read from the source. */
    SOURCE,
    /** Pushed through the broker. */
    PUSH
  }

  /**
   * How things stand.
   *
   * @param confirmedAt when the source last said that this is the newest
   * @param appliedAt when this process took it into force
   * @param away why the source can't be asked; null while it can
   */
  record Standing(
      Origin origin,
      @Nullable Instant confirmedAt,
      @Nullable Instant appliedAt,
      @Nullable String away) {}

  Standing standing() {
    return standing;
  }

  void recalled(Instant confirmedAt) {
    standing = new Standing(Origin.DISK, confirmedAt, clock.instant(), null);
  }

  void applied(Origin origin) {
    standing = new Standing(origin, standing.confirmedAt(), clock.instant(), standing.away());
  }

  /** Returns the moment. */
  Instant confirmed() {
    Instant now = clock.instant();
    standing = new Standing(standing.origin(), now, standing.appliedAt(), standing.away());
    return now;
  }

  void back() {
    standing = new Standing(standing.origin(), standing.confirmedAt(), standing.appliedAt(), null);
  }

  /** Returns whether that is news. */
  boolean away(String why) {
    boolean news = !why.equals(standing.away());
    standing = new Standing(standing.origin(), standing.confirmedAt(), standing.appliedAt(), why);
    return news;
  }

  /** Seconds since the source last confirmed the document; NaN when it never did. */
  double ageSeconds() {
    Instant confirmed = standing.confirmedAt();
    return confirmed == null
        ? Double.NaN
        : Duration.between(confirmed, clock.instant()).toMillis() / 1000.0;
  }
}
