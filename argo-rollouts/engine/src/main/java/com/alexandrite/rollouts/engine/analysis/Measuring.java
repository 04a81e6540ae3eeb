package com.alexandrite.rollouts.engine.analysis;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Makes the measurements that are due in runs: while the caller waits, or beside it. */
public interface Measuring {

  /**
   * The measurements of a run's tasks, once all of them are made.
   *
   * @param run names the run for ever
   * @param due what is due now; not heeded while an earlier asking for this run is under way: the
   *     answer is to that one
   * @return empty while they are being made
   */
  Optional<List<TakenMeasurement>> take(String run, List<MetricTask> due);

  /** One after the other while the caller waits; the same questions in the same order each time. */
  static Measuring atOnce(MetricProvider provider, InstantSource clock) {
    MeasurementTaking taking = new MeasurementTaking(provider, clock);
    return (run, due) -> Optional.of(due.stream().map(task -> taking.take(run, task)).toList());
  }

  /**
   * All at the same time beside the caller, so that a source that does not answer holds up nobody
   * else.
   *
   * @param threads gives every task a thread of its own
   * @param ready called when a run's measurements can be taken up
   */
  static Measuring inBackground(
      MetricProvider provider, InstantSource clock, Executor threads, Runnable ready) {
    return new BackgroundMeasuring(new MeasurementTaking(provider, clock), threads, ready);
  }
}
