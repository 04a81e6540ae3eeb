package com.alexandrite.rollouts.engine.backtest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What would have become of a past release.
 *
 * @param after when, counted from its start; null where it is undecided
 * @param reason in the words of the engine
 */
public record Verdict(PastRelease release, Now now, @Nullable Duration after, String reason) {

  /** The ways in which it can end. */
  public enum Now {
    /** All steps were passed. */
    PROMOTED("promoted"),
    /** Taken back by an analysis. */
    ABORTED("aborted"),
    /** Stopped until somebody decides. */
    PAUSED("paused"),
    /** Not stopped as long as there is history, which ends before the steps do. */
    PASSED("passed so far"),
    /** The history does not tell. */
    UNDECIDED("undecided");

    private final String word;

    Now(String word) {
      this.word = word;
    }

    /** The word for people and programs. */
    public String word() {
      return word;
    }
  }

  /**
   * Whether the manifests decide otherwise than those of then. Of a release that ended from outside
   * they had decided nothing until then.
   */
  public boolean differs() {
    boolean outside = release.endedFromOutside();
    boolean abortedThen = release.abortedAt() != null && !outside;
    return switch (now) {
      case ABORTED -> !abortedThen;
      case PROMOTED, PASSED -> abortedThen;
      case PAUSED -> !outside;
      case UNDECIDED -> false;
    };
  }
}
