package com.alexandrite.cli.release;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a release ended; the last line of {@code alexandrite release --json}.
 *
 * @param fromVersion the stable version when the release began; null when there was none
 * @param toVersion the released version
 * @param reason in the words of the engine where it decided
 * @param why the same in plain words; null from a console that has none
 * @param requests of the canary, counted at the edge; null where nobody counts
 * @param failedRequests of the canary, counted at the edge; null likewise
 * @param secondsToAbort from the canary's first weight to all traffic on stable; null when it was
 *     not aborted
 * @param seconds from the release to its end
 * @param rollout address of its page
 */
public record ReleaseResult(
    Outcome outcome,
    String service,
    @Nullable String fromVersion,
    @Nullable String toVersion,
    @Nullable String reason,
    @Nullable String why,
    @Nullable Long requests,
    @Nullable Long failedRequests,
    @Nullable Double secondsToAbort,
    double seconds,
    String rollout) {

  /** The reason as people are told it. */
  public String told() {
    return Objects.requireNonNullElse(why, Objects.requireNonNullElse(reason, ""));
  }

  /** The ways a release can end. */
  public enum Outcome {
    /** All customers are served by the new version. */
    Promoted,
    /** All customers are served by the old version again. */
    RolledBack,
    /** It could not be carried through; the reason says where it stands. */
    Failed
  }
}
