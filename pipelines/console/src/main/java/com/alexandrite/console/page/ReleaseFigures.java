package com.alexandrite.console.page;

import com.alexandrite.console.view.ReleaseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How releases went of late.
 *
 * @param releases finished releases
 * @param rolledBack of them, those that were rolled back or failed
 * @param failedRequests customers' requests that new versions failed, null where nobody counts
 * @param secondsToAbort median from a bad version's first request to its abort, null without one
 */
record ReleaseFigures(
    long releases,
    long rolledBack,
    @Nullable Long failedRequests,
    @Nullable Double secondsToAbort) {

  static final Duration WINDOW = Duration.ofDays(7);

  static ReleaseFigures of(List<ReleaseRecord> releases, Instant now) {
    List<ReleaseRecord> finished =
        releases.stream()
            .filter(release -> release.outcome() != null)
            .filter(release -> release.startedAt().isAfter(now.minus(WINDOW)))
            .toList();
    List<Double> aborts =
        finished.stream()
            .map(ReleaseRecord::secondsToAbort)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return new ReleaseFigures(
        finished.size(),
        finished.stream().filter(release -> !"Promoted".equals(release.outcome())).count(),
        failedRequests(finished),
        aborts.isEmpty() ? null : aborts.get(aborts.size() / 2));
  }

  private static @Nullable Long failedRequests(List<ReleaseRecord> finished) {
    List<Long> counted =
        finished.stream().map(ReleaseRecord::failedRequests).filter(Objects::nonNull).toList();
    return counted.isEmpty() && !finished.isEmpty()
        ? null
        : Long.valueOf(counted.stream().mapToLong(Long::longValue).sum());
  }
}
