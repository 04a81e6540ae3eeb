package com.alexandrite.preview.life;

import com.alexandrite.preview.life.Preview.Failed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what comes next for one preview; knows no server, no process and no thread. */
final class PreviewRules {

  private final PreviewLimits limits;

  PreviewRules(PreviewLimits limits) {
    this.limits = limits;
  }

  /**
   * The next step.
   *
   * @param place in the line for memory; 0 when its processes may run
   */
  Step next(Preview preview, Heads heads, int place, Instant now) {
    String why = reasonToGo(preview, heads, now);
    if (why != null) {
      return new Step.Remove(why);
    }
    if (heads instanceof Heads.At at && isNew(preview, at.revision())) {
      return place > 0 ? new Step.Queue(place) : new Step.Update(at.revision());
    }
    if (preview.resetting() && preview.served() != null) {
      return new Step.Reset();
    }
    return life(preview, place, now);
  }

  private Step life(Preview preview, int place, Instant now) {
    if (preview.served() == null || preview.asleep()) {
      return new Step.Rest();
    }
    if (isIdle(preview, limits.sleepAfter(), now)) {
      return new Step.Sleep("nobody came for " + limits.sleepAfter().toMinutes() + " minutes");
    }
    return place > 0 ? new Step.Queue(place) : new Step.Run();
  }

  private @Nullable String reasonToGo(Preview preview, Heads heads, Instant now) {
    if (preview.removing() != null) {
      return preview.removing();
    }
    if (heads instanceof Heads.Gone gone) {
      return "branch " + gone.branch() + " is gone";
    }
    return isIdle(preview, limits.removeAfter(), now)
        ? "nobody used it for " + limits.removeAfter().toDays() + " days"
        : null;
  }

  /** Whether this revision is neither served nor known to fail. */
  private static boolean isNew(Preview preview, String revision) {
    Failed failed = preview.failed();
    return !revision.equals(preview.revision())
        && (failed == null || !failed.revision().equals(revision));
  }

  /** Whether nobody came for so long; a pinned preview is never idle. */
  boolean isIdle(Preview preview, Duration span, Instant now) {
    return !preview.pinned() && !preview.lastUsedAt().plus(span).isAfter(now);
  }
}
