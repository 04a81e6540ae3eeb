package com.alexandrite.rollouts.engine.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When metrics are measured: which are due at a time, and when to look again. */
final class MetricSchedule {

  /** After an error the next attempt follows this much later, whatever the interval. */
  private static final Duration ERROR_RETRY = Duration.ofSeconds(10);

  private MetricSchedule() {}

  static List<MetricTask> due(List<MetricSpec> metrics, AnalysisRunState run, Instant now) {
    boolean terminating = run.isTerminating();
    List<MetricTask> tasks = new ArrayList<>();
    for (MetricSpec metric : metrics) {
      MetricResult result = run.result(metric.name());
      if (result != null && result.phase().completed()) {
        continue;
      }
      Measurement last = result == null ? null : result.last();
      if (last != null && last.finishedAt() == null) {
        if (terminating || !isAfter(last.resumeAt(), now)) {
          tasks.add(new MetricTask(metric, last, terminating, number(result)));
        }
      } else if (!terminating && isDue(metric, result, last, run.startedAt(), now)) {
        tasks.add(new MetricTask(metric, null, false, number(result)));
      }
    }
    return tasks;
  }

  /** Every measurement that ended was counted, be it as a value or as an error. */
  private static int number(@Nullable MetricResult result) {
    return result == null ? 1 : result.counters().count() + result.counters().error() + 1;
  }

  private static boolean isDue(
      MetricSpec metric,
      @Nullable MetricResult result,
      @Nullable Measurement last,
      @Nullable Instant runStartedAt,
      Instant now) {
    if (result == null || last == null) {
      return firstIsDue(metric, runStartedAt, now);
    }
    if (countReached(metric, result)) {
      return false;
    }
    return waitAfter(metric, last, ERROR_RETRY)
        .map(wait -> now.isAfter(finished(last).plus(wait)))
        .orElse(false);
  }

  private static boolean firstIsDue(
      MetricSpec metric, @Nullable Instant runStartedAt, Instant now) {
    if (!metric.initialDelay().present()) {
      return true;
    }
    Optional<Duration> delay = metric.initialDelay().length();
    return runStartedAt != null
        && delay.isPresent()
        && !runStartedAt.plus(delay.get()).isAfter(now);
  }

  private static boolean countReached(MetricSpec metric, MetricResult result) {
    OptionalInt count = metric.effectiveCount();
    return count.isPresent() && result.counters().count() >= count.getAsInt();
  }

  /** Empty if the interval can't be read: such a metric is never due again. */
  private static Optional<Duration> waitAfter(
      MetricSpec metric, Measurement last, @Nullable Duration withoutInterval) {
    if (last.phase() == AnalysisPhase.ERROR) {
      return Optional.of(ERROR_RETRY);
    }
    return metric.interval().present()
        ? metric.interval().length()
        : Optional.ofNullable(withoutInterval);
  }

  /**
   * The earliest time at which a metric needs attention, possibly in the past; null if none does.
   */
  static @Nullable Instant next(List<MetricSpec> metrics, AnalysisRunState run, Instant now) {
    Instant earliest = null;
    for (MetricSpec metric : metrics) {
      Instant next = next(metric, run, now);
      if (next != null && !isAfterOrSame(next, earliest)) {
        earliest = next;
      }
    }
    return earliest;
  }

  private static @Nullable Instant next(MetricSpec metric, AnalysisRunState run, Instant now) {
    MetricResult result = run.result(metric.name());
    Measurement last = result == null ? null : result.last();
    if (result == null || last == null) {
      return result != null && result.phase().completed() ? null : first(metric, run, now);
    }
    if (result.phase().completed()) {
      return null;
    }
    if (last.finishedAt() == null) {
      return last.resumeAt();
    }
    if (countReached(metric, result)) {
      return null;
    }
    return waitAfter(metric, last, null).map(finished(last)::plus).orElse(null);
  }

  private static @Nullable Instant first(MetricSpec metric, AnalysisRunState run, Instant now) {
    if (!metric.initialDelay().present()) {
      return null;
    }
    Instant start = run.startedAt() == null ? now : run.startedAt();
    return metric.initialDelay().length().map(start::plus).orElse(null);
  }

  private static Instant finished(Measurement measurement) {
    Instant at = measurement.finishedAt();
    return at == null ? measurement.startedAt() : at;
  }

  private static boolean isAfter(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now);
  }

  private static boolean isAfterOrSame(Instant time, @Nullable Instant other) {
    return other != null && !time.isBefore(other);
  }
}
