package com.alexandrite.console.desk;

import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.release.Release.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when something is looked at. */
public record Span(Instant from, Instant to) {
  private static final Duration BEFORE = Duration.ofSeconds(20);
  private static final Duration AFTER = Duration.ofSeconds(40);
  private static final Duration SHORTEST = Duration.ofMinutes(2);

  /** What is live now, with what came just before. */
  private static final Duration LIVE = Duration.ofMinutes(15);

  /** The last requests are scraped a little later than they were answered. */
  private static final Duration SCRAPE = Duration.ofSeconds(5);

  /** From start to end. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** Until now. */
  public static Span last(Duration window, Instant now) {
    return new Span(now.minus(window), now);
  }

  /** What the charts show when nobody says otherwise is a release and not just the last minutes. */
  static boolean showsRelease(@Nullable Release last, Instant now) {
    if (last == null) {
      return false;
    }
    End end = last.end();
    return end == null || end.outcome() != Outcome.PROMOTED || end.at().plus(LIVE).isAfter(now);
  }

  /** The release with its surroundings; a young one as long as it is to be seen well. */
  static Span around(Release release, Instant now) {
    Instant from = release.startedAt().minus(BEFORE);
    End end = release.end();
    if (end != null && end.at().plus(AFTER).isBefore(now)) {
      return new Span(from, end.at().plus(AFTER));
    }
    Instant young = now.minus(SHORTEST);
    return new Span(from.isBefore(young) ? from : young, now);
  }

  static Span live(Instant now) {
    return last(LIVE, now);
  }

  /** While customers met the canary. */
  static Span ofCanary(Release release, Instant now) {
    Instant first = release.firstRequestAt();
    Instant from = first == null ? release.startedAt() : first;
    Instant aborted = release.abortedAt();
    End end = release.end();
    Instant last = aborted != null ? aborted : end == null ? now : end.at();
    Instant to = last.plus(SCRAPE);
    return new Span(from.minus(SCRAPE), to.isAfter(now) ? now : to);
  }
}
