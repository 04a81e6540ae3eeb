package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.analysis.Counters;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.simulation.Moment.Measured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what was measured between one state and the next. */
final class Measurements {

  private final Map<String, AnalysisRun> known = new HashMap<>();
  private final Map<String, Integer> counted = new HashMap<>();

  /** What was measured since the last call. */
  @SuppressWarnings("ReferenceEquality") // A run that is the same object was not measured.
  List<Measured> since(RolloutState state) {
    List<Measured> measured = new ArrayList<>();
    for (AnalysisRun run : state.analysisRuns()) {
      if (known.put(run.name(), run) != run) {
        run.state().metricResults().forEach(result -> add(run, result, measured));
      }
    }
    return measured;
  }

  private void add(AnalysisRun run, MetricResult result, List<Measured> measured) {
    Counters counters = result.counters();
    int count = counters.count() + counters.error();
    Integer before = counted.put(run.name() + "/" + run.createdAt() + "/" + result.name(), count);
    List<Measurement> finished =
        result.measurements().stream().filter(it -> it.phase().completed()).toList();
    int unseen = Math.min(finished.size(), count - (before == null ? 0 : before));
    finished.subList(finished.size() - unseen, finished.size()).stream()
        .map(one -> measured(run, result, one))
        .forEach(measured::add);
  }

  private static Measured measured(AnalysisRun run, MetricResult result, Measurement one) {
    return new Measured(
        word(run),
        result.name(),
        one.phase().text(),
        one.value(),
        one.message(),
        result.phase().text());
  }

  private static String word(AnalysisRun run) {
    return run.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
