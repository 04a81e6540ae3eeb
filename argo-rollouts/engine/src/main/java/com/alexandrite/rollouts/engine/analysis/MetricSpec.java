package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One metric of an analysis with all arguments filled in.
 *
 * <p>Durations stay as the manifest's Go text and conditions as text, "" where nothing is written,
 * because Argo finds out about their mistakes only when it uses them.
 *
 * @param interval time between the end of one measurement and the next
 * @param initialDelay time from the start of the run to the first measurement
 */
public record MetricSpec(
    String name,
    String interval,
    String initialDelay,
    Limits limits,
    String successCondition,
    String failureCondition,
    ProviderSpec provider) {

  /** The same metric, which no number of errors in a row ends. */
  MetricSpec bearingErrors() {
    return new MetricSpec(
        name,
        interval,
        initialDelay,
        limits.bearingErrors(),
        successCondition,
        failureCondition,
        provider);
  }

  /** The interval if there is a readable one. */
  public Optional<Duration> readableInterval() {
    return GoDuration.parse(interval);
  }

  /**
   * How many measurements this metric takes: what is written, else one without an interval; empty
   * if it goes on until it is stopped.
   */
  public OptionalInt effectiveCount() {
    int count = limits.count().value();
    if (count != 0) {
      return OptionalInt.of(count);
    }
    return interval.isEmpty() ? OptionalInt.of(1) : OptionalInt.empty();
  }
}
