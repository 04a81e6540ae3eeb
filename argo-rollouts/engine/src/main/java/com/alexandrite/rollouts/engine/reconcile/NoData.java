package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells measurements that say nothing from those that say something bad. */
final class NoData {

  private static final String KEY = "no-data";
  private static final String EMPTY = "empty";

  private NoData() {}

  /**
   * The measurement as a rollout that holds without data sees it: a bad verdict on nothing at all
   * is no verdict. A good one stays: then the condition itself says what nothing means.
   */
  static Measurement judged(Reading reading, Measurement measured) {
    boolean nothing = reading instanceof Reading.Value value && saysNothing(value.value());
    if (!measured.phase().bad() || !(nothing || measured.phase() == AnalysisPhase.ERROR)) {
      return measured;
    }
    Map<String, String> metadata = new HashMap<>(measured.metadata());
    metadata.put(KEY, nothing ? EMPTY : "unreachable");
    String message =
        measured.phase() == AnalysisPhase.ERROR
            ? measured.message()
            : "the source answered nothing: " + measured.value();
    return new Measurement(
        AnalysisPhase.ERROR,
        message,
        measured.value(),
        measured.startedAt(),
        measured.finishedAt(),
        null,
        metadata);
  }

  private static boolean saysNothing(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Double number -> number.isNaN();
      case List<?> list -> list.stream().allMatch(NoData::saysNothing);
      case double[] numbers -> Arrays.stream(numbers).allMatch(Double::isNaN);
      default -> false;
    };
  }

  /** The metrics of a run that count, go on, and had no data when last measured. */
  static Stream<MetricResult> silent(AnalysisRun run) {
    return run.phase().completed() || run.terminate()
        ? Stream.of()
        : run.state().metricResults().stream()
            .filter(metric -> !metric.dryRun() && !metric.phase().completed())
            .filter(metric -> metric.counters().consecutiveError() > 0);
  }

  /** Whether the source answered, but with nothing. */
  static boolean answered(MetricResult metric) {
    Measurement last = metric.last();
    return last != null && EMPTY.equals(last.metadata().get(KEY));
  }
}
