package com.alexandrite.cli.backtest;

import com.alexandrite.rollouts.engine.backtest.PastRelease;
import com.alexandrite.rollouts.engine.backtest.Verdict;
import com.alexandrite.rollouts.engine.backtest.Verdict.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The last line of {@code alexandrite rollouts backtest --json}. */
public record BacktestResult(List<Line> releases) {

  /** What the table of {@link Line#text} begins with. */
  public static final String HEAD =
      "STARTED               SERVICE         VERSIONS      THEN                  NOW";

  /** Copies the list. */
  public BacktestResult {
    releases = List.copyOf(releases);
  }

  /**
   * One past release.
   *
   * @param then Promoted, RolledBack or Failed
   * @param thenAbortedAfter seconds from its start, null when it was not aborted
   * @param thenCause kind of the reason, such as worse, late, stopped (by a person) or together (by
   *     its group); null when not known
   * @param now promoted, aborted, paused, passed so far or undecided
   * @param nowAfter seconds from its start, null where it is undecided
   * @param differs whether the manifests decide otherwise than those of then
   * @param reason of now
   */
  public record Line(
      String releaseId,
      String service,
      String fromVersion,
      String toVersion,
      Instant startedAt,
      String then,
      @Nullable Double thenAbortedAfter,
      String thenReason,
      @Nullable String thenCause,
      String now,
      @Nullable Double nowAfter,
      boolean differs,
      String reason) {

    static Line of(Verdict verdict) {
      PastRelease release = verdict.release();
      return new Line(
          release.id(),
          release.service(),
          release.fromVersion(),
          release.toVersion(),
          release.startedAt(),
          release.outcome(),
          seconds(release.abortedAfter().orElse(null)),
          release.reason(),
          release.cause(),
          verdict.now().word(),
          seconds(verdict.after()),
          verdict.differs(),
          verdict.reason());
    }

    /** The line of a table. */
    public String text() {
      return String.format(
          Locale.ROOT,
          "%-21s %-15s %-13s %-21s %s: %s",
          startedAt.truncatedTo(ChronoUnit.SECONDS),
          service,
          fromVersion + " -> " + toVersion,
          after(then, thenAbortedAfter),
          after(now, nowAfter),
          reason);
    }

    private static String after(String word, @Nullable Double seconds) {
      return seconds == null ? word : String.format(Locale.ROOT, "%s at %.0f s", word, seconds);
    }
  }

  /** What came of the replays. */
  public static BacktestResult of(List<Verdict> verdicts) {
    return new BacktestResult(verdicts.stream().map(Line::of).toList());
  }

  /** The one line that the command ends with. */
  public String summary() {
    long otherwise = releases.stream().filter(Line::differs).count();
    long undecided =
        releases.stream().filter(line -> line.now().equals(Now.UNDECIDED.word())).count();
    return "%d releases: %d would have ended otherwise, %d as then, %d undecided"
        .formatted(releases.size(), otherwise, releases.size() - otherwise - undecided, undecided);
  }

  private static @Nullable Double seconds(@Nullable Duration length) {
    return length == null ? null : (Double) (length.toMillis() / 1000.0);
  }
}
