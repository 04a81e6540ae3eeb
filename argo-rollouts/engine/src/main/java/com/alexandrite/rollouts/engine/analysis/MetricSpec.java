package com.alexandrite.rollouts.engine.analysis;

import java.util.OptionalInt;

/**
 * One metric of an analysis with all arguments filled in.
 *
 * <p>Conditions stay as the manifest's text, "" where nothing is written, because Argo finds out
 * about their mistakes only when it uses them.
 *
 * @param interval time between the end of one measurement and the next
 * @param initialDelay time from the start of the run to the first measurement
 */
public record MetricSpec(
    String name,
    Wait interval,
    Wait initialDelay,
    Limits limits,
    String successCondition,
    String failureCondition,
    ProviderSpec provider) {

  /** A metric whose times are as a manifest says them. */
  public MetricSpec(
      String name,
      String interval,
      String initialDelay,
      Limits limits,
      String successCondition,
      String failureCondition,
      ProviderSpec provider) {
    this(
        name,
        Wait.of(interval),
        Wait.of(initialDelay),
        limits,
        successCondition,
        failureCondition,
        provider);
  }

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

  /**
   * How many measurements this metric takes: what is written, else one without an interval; empty
   * if it goes on until it is stopped.
   */
  public OptionalInt effectiveCount() {
    int count = limits.count().value();
    if (count != 0) {
      return OptionalInt.of(count);
    }
    return interval.present() ? OptionalInt.empty() : OptionalInt.of(1);
  }
}
