package com.alexandrite.console.desk;

import com.alexandrite.console.release.MetricLimits;
import com.alexandrite.console.release.RunCause;
import com.alexandrite.console.view.AnalysisRunView;
import com.alexandrite.console.view.MeasurementView;
import com.alexandrite.console.view.MetricView;
import com.alexandrite.console.view.Unit;
import com.alexandrite.rollouts.engine.analysis.Counters;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The analysis runs of the wanted revision with all they measured, and the one that undid the
 * revision after it.
 */
public final class RunViews {
  private RunViews() {}

  static List<AnalysisRunView> of(RolloutState state) {
    RolloutStatus status = state.rollout().status();
    SafeguardStatus.Undo undo = status.safeguards().undo();
    String undone = undo == null ? "" : undo.fromHash();
    List<AnalysisRunView> views = new ArrayList<>();
    for (AnalysisRun run : state.analysisRuns().reversed()) {
      boolean undoing = run.kind() == AnalysisRun.Kind.BAKE && run.podHash().equals(undone);
      if (undoing || run.podHash().equals(status.currentPodHash())) {
        views.add(view(state, run));
      }
    }
    return views;
  }

  private static AnalysisRunView view(RolloutState state, AnalysisRun run) {
    return of(run, templates(state, run));
  }

  /** One run, whoever carried it out. */
  public static AnalysisRunView of(AnalysisRun run, String template) {
    Instant started = run.state().startedAt();
    return new AnalysisRunView(
        run.name(),
        template,
        phase(run.phase().text()),
        run.stepIndex(),
        run.state().message(),
        RunCause.of(run).orElse(null),
        started == null ? run.createdAt() : started,
        run.state().completedAt(),
        run.metrics().stream().map(metric -> metric(run, metric)).toList(),
        run.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static String phase(String text) {
    return text.isEmpty() ? "Pending" : text;
  }

  /** A run joins the metrics of its templates; their names tell which those were. */
  private static String templates(RolloutState state, AnalysisRun run) {
    Set<String> metrics =
        run.metrics().stream().map(MetricLimits::name).collect(Collectors.toSet());
    return state.templates().stream()
        .filter(template ->
            template.metrics().stream().map(MetricLimits::name).anyMatch(metrics::contains))
        .map(AnalysisTemplate::name)
        .collect(Collectors.joining(", "));
  }

  private static MetricView metric(AnalysisRun run, Map<String, Object> metric) {
    MetricResult result = run.state().result(MetricLimits.name(metric));
    Double limit = MetricLimits.limit(metric, run.args());
    Counters counters = result == null ? Counters.NONE : result.counters();
    return new MetricView(
        MetricLimits.name(metric),
        result == null ? "Pending" : phase(result.phase().text()),
        result == null ? "" : result.metadata().getOrDefault("ResolvedPrometheusQuery", ""),
        condition(run, metric.get("successCondition")),
        condition(run, metric.get("failureCondition")),
        limit,
        limit == null ? Unit.NUMBER : Unit.of(MetricLimits.name(metric), limit),
        MetricLimits.failuresAllowed(run, metric),
        counters.successful(),
        counters.failed(),
        counters.inconclusive(),
        counters.error(),
        result == null ? List.of() : measurements(result));
  }

  private static List<MeasurementView> measurements(MetricResult result) {
    return result.measurements().stream().map(RunViews::measurement).toList();
  }

  private static MeasurementView measurement(Measurement measurement) {
    Instant finished = measurement.finishedAt();
    return new MeasurementView(
        finished == null ? measurement.startedAt() : finished,
        measurement.value(),
        MetricLimits.number(measurement.value()),
        phase(measurement.phase().text()),
        measurement.message());
  }

  private static String condition(AnalysisRun run, @Nullable Object text) {
    return text == null ? "" : MetricLimits.resolve(text.toString(), run.args());
  }
}
