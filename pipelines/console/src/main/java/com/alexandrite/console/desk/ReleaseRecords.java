package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.ArmTotals;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.release.ReleaseWatch;
import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.words.CauseWords;
import com.alexandrite.console.words.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A release as it is told to readers, with what was counted until now while it runs. */
@Component
@OnThisMachine
class ReleaseRecords {
  private final ReleaseWatch watch;
  private final CauseWords causes;
  private final InstantSource clock;
  private final String console;

  ReleaseRecords(
      ReleaseWatch watch,
      CauseWords causes,
      InstantSource clock,
      @Value("${alexandrite.public.urls.console:}") String console) {
    this.watch = watch;
    this.causes = causes;
    this.clock = clock;
    this.console = console.replaceFirst("/+$", "");
  }

  ReleaseRecord of(Release release) {
    End end = release.end();
    Cause cause = end == null ? null : end.cause();
    ArmTotals canary = end == null ? watch.canary(release) : end.canary();
    return new ReleaseRecord(
        release.id().toString(),
        release.rollout(),
        end == null ? null : end.outcome().word(),
        release.fromVersion(),
        release.toVersion(),
        end == null ? release.reason() : end.reason(),
        cause,
        why(release, cause),
        release.actor(),
        release.gitRevision(),
        release.drill(),
        canary.requests(),
        canary.failures(),
        secondsToAbort(release),
        seconds(release.startedAt(), end == null ? clock.instant() : end.at()),
        release.startedAt(),
        end == null ? null : end.at(),
        console + "/rollouts/" + release.rollout(),
        release.fromHash(),
        release.toHash(),
        release.firstRequestAt(),
        release.abortedAt());
  }

  private String why(Release release, @Nullable Cause cause) {
    if (cause != null) {
      return causes.of(cause, Sentences.PROGRAMS);
    }
    End end = release.end();
    return end == null ? release.reason() : end.reason();
  }

  /** From the first customer of the canary to the abort; null without either. */
  static @Nullable Double secondsToAbort(Release release) {
    Instant aborted = release.abortedAt();
    if (aborted == null) {
      return null;
    }
    Instant first = release.firstRequestAt();
    return first == null || aborted.isBefore(first) ? 0.0 : seconds(first, aborted);
  }

  /**
   * A way back at once may end, to the engine's clock, in the moment before it was written down.
   */
  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis())
        / (double) TimeUnit.SECONDS.toMillis(1);
  }
}
