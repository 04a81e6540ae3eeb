package com.alexandrite.console.release;

import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.Unit;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.Counters;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an analysis run ended badly: the metric that decided, with its measurements. */
public final class RunCause {
  private RunCause() {}

  /** The cause; empty when the run did not fail, or not by one of its metrics. */
  public static Optional<Cause> of(AnalysisRun run) {
    return run.state().metricResults().stream()
        .filter(result -> !result.dryRun())
        .filter(result -> result.phase() == run.phase())
        .findFirst()
        .flatMap(result -> of(run, result));
  }

  private static Optional<Cause> of(AnalysisRun run, MetricResult result) {
    return switch (result.phase()) {
      case FAILED -> Optional.of(worse(run, result));
      case ERROR -> Optional.of(unmeasured(result));
      case NOT_STARTED, PENDING, RUNNING, SUCCESSFUL, INCONCLUSIVE -> Optional.empty();
    };
  }

  private static Cause worse(AnalysisRun run, MetricResult result) {
    Map<String, Object> metric = metric(run, result.name());
    Double limit = MetricLimits.limit(metric, run.args());
    Counters counters = result.counters();
    return new Cause.Worse(
        result.name(),
        counters.failed(),
        counters.count(),
        MetricLimits.failuresAllowed(run, metric),
        worst(result),
        limit,
        limit == null ? Unit.NUMBER : Unit.of(result.name(), limit));
  }

  private static Cause unmeasured(MetricResult result) {
    return new Cause.Unmeasured(
        result.name(), result.counters().consecutiveError(), result.message());
  }

  /** Limits are upper ones wherever a unit is known. */
  private static @Nullable Double worst(MetricResult result) {
    return result.measurements().stream()
        .filter(measurement -> measurement.phase() == AnalysisPhase.FAILED)
        .map(Measurement::value)
        .map(MetricLimits::number)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Map<String, Object> metric(AnalysisRun run, String name) {
    return run.metrics().stream()
        .filter(metric -> MetricLimits.name(metric).equals(name))
        .findFirst()
        .orElse(Map.of());
  }
}
