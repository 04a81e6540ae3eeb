package com.alexandrite.console.release;

import com.alexandrite.console.view.Cause;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One release from its order to its end.
 *
 * @param fromHash pod template hash that was stable when it began; empty for the first of all
 * @param toHash pod template hash that is released
 * @param reason why it was ordered
 * @param stableBefore what the stable revision had answered when it began; canaryBefore likewise
 * @param lastStep the furthest step that it reached, from 0
 * @param firstRequestAt when the first customer met the canary; null before
 * @param abortedAt null unless it was aborted
 * @param end null while it runs
 */
public record Release(
    UUID id,
    String rollout,
    String fromVersion,
    String toVersion,
    String fromHash,
    String toHash,
    String reason,
    String actor,
    @Nullable String gitRevision,
    @Nullable String drill,
    Instant startedAt,
    ArmTotals stableBefore,
    ArmTotals canaryBefore,
    int lastStep,
    @Nullable Instant firstRequestAt,
    @Nullable Instant abortedAt,
    @Nullable End end) {

  /** The words of an outcome. */
  public enum Outcome {
    /** The new version serves everybody. */
    PROMOTED("Promoted"),
    /** The old version serves everybody again. */
    ROLLED_BACK("RolledBack"),
    /** Neither: it could not be carried out. */
    FAILED("Failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** As the API says it. */
    public String word() {
      return word;
    }

    static Outcome of(String word) {
      for (Outcome outcome : values()) {
        if (outcome.word.equals(word)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("no outcome: " + word);
    }
  }

  /**
   * How it ended.
   *
   * @param reason in one sentence, the engine's own where it has one
   * @param cause the same in parts, null where it is not known
   * @param stable what the stable arm answered during the release; canary likewise
   */
  public record End(
      Outcome outcome,
      String reason,
      @Nullable Cause cause,
      Instant at,
      ArmTotals stable,
      ArmTotals canary) {}
}
