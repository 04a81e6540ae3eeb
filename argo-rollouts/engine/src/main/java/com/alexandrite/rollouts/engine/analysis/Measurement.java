package com.alexandrite.rollouts.engine.analysis;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at a metric.
 *
 * @param phase {@code RUNNING} while it is in flight
 * @param message why it went wrong, "" otherwise
 * @param value the value as text, "" where it could not be evaluated
 * @param finishedAt null while in flight
 * @param resumeAt when an unfinished measurement is to be looked at again, null for at once
 * @param metadata what the provider adds, such as warnings or the name of a job
 */
public record Measurement(
    AnalysisPhase phase,
    String message,
    String value,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant resumeAt,
    Map<String, String> metadata) {

  public Measurement {
    metadata = Map.copyOf(metadata);
  }

  /** A measurement that ended. */
  public static Measurement finished(
      AnalysisPhase phase, String message, String value, Instant startedAt, Instant finishedAt) {
    return new Measurement(phase, message, value, startedAt, finishedAt, null, Map.of());
  }

  /** A measurement that could not be made. */
  public static Measurement error(String message, Instant startedAt, Instant finishedAt) {
    return finished(AnalysisPhase.ERROR, message, "", startedAt, finishedAt);
  }

  /** This measurement with what its provider adds. */
  public Measurement withMetadata(Map<String, String> added) {
    return new Measurement(phase, message, value, startedAt, finishedAt, resumeAt, added);
  }

  Measurement endedAt(Instant now) {
    return finishedAt != null || !phase.completed()
        ? this
        : new Measurement(phase, message, value, startedAt, now, resumeAt, metadata);
  }

  Measurement terminated() {
    return phase == AnalysisPhase.SUCCESSFUL || phase == AnalysisPhase.INCONCLUSIVE
        ? new Measurement(
            phase, "Metric Terminated", value, startedAt, finishedAt, resumeAt, metadata)
        : this;
  }
}
