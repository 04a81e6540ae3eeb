package com.alexandrite.console.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of the canary strategy, or what blue-green does in its place.
 *
 * @param index from 0
 * @param kind word of the manifest: setWeight, pause, analysis; with blue-green preview,
 *     prePromotionAnalysis, pause, switch, postPromotionAnalysis
 * @param value what it says there, as text: percent, seconds, names; empty when nothing
 * @param title what it does, in plain words
 * @param state done, running, waiting, failed, pending or skipped
 * @param detail what happened or is awaited; empty when there is nothing to say
 * @param cause why its analysis failed, else null
 * @param startedAt when it began, null before
 * @param endsAt when it ended or, for a timed pause, will end; null when that is not known
 */
public record StepView(
    int index,
    String kind,
    String value,
    String title,
    String state,
    String detail,
    @Nullable Cause cause,
    @Nullable Instant startedAt,
    @Nullable Instant endsAt) {

  /** Seconds from beginning to end; 0 while one of them is not known. */
  public double seconds() {
    Instant begin = startedAt();
    Instant end = endsAt();
    return begin == null || end == null ? 0 : Duration.between(begin, end).toMillis() / 1000.0;
  }
}
