package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One release, finished or running.
 *
 * @param releaseId its id
 * @param service service released
 * @param outcome Promoted, RolledBack or Failed; null while it runs
 * @param fromVersion version that was stable before
 * @param toVersion version released
 * @param reason why it ended as it did, in the words of the engine where it decided; while it runs
 *     why it was started
 * @param cause why it ended, in parts; null while it runs and where it is not known
 * @param why the same as {@code reason} in plain words
 * @param actor who started it
 * @param gitRevision revision that it was built from, when known
 * @param drill fault that it carried on purpose, else null
 * @param requests requests that the new version answered as canary; null when nobody counted
 * @param failedRequests of them, those that failed; null likewise
 * @param secondsToAbort seconds from the first canary request to the abort, null when it was not
 *     aborted
 * @param seconds seconds from start to end, or until now
 * @param startedAt when it was started
 * @param finishedAt when it ended, null while it runs
 * @param rollout address of its page
 * @param fromHash pod template hash of the version before, as its metrics carry it; null when not
 *     known
 * @param toHash pod template hash of the version released; null likewise
 * @param firstRequestAt when requests first reached the new version, null before and when nobody
 *     counted
 * @param abortedAt when it was aborted, else null
 */
public record ReleaseRecord(
    String releaseId,
    String service,
    @Nullable String outcome,
    String fromVersion,
    String toVersion,
    String reason,
    @Nullable Cause cause,
    String why,
    String actor,
    @Nullable String gitRevision,
    @Nullable String drill,
    @Nullable Long requests,
    @Nullable Long failedRequests,
    @Nullable Double secondsToAbort,
    double seconds,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String rollout,
    @Nullable String fromHash,
    @Nullable String toHash,
    @Nullable Instant firstRequestAt,
    @Nullable Instant abortedAt) {}
