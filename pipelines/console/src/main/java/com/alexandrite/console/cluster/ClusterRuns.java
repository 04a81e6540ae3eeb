package com.alexandrite.console.cluster;

import com.alexandrite.console.desk.RunViews;
import com.alexandrite.console.view.AnalysisRunView;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.analysis.Counters;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.RunSummary;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The AnalysisRuns of the wanted revision, as the engine would know them. */
final class ClusterRuns {
  private ClusterRuns() {}

  /** Newest first. */
  static List<AnalysisRun> of(ClusterRollout rollout) {
    return rollout.sight().analysisRuns().stream()
        .filter(run -> run.label(ClusterRollout.HASH).equals(rollout.currentHash()))
        .sorted(Comparator.comparing(ClusterRollout::createdAt).reversed())
        .map(ClusterRuns::read)
        .toList();
  }

  static List<AnalysisRunView> views(ClusterRollout rollout) {
    return of(rollout).stream().map(run -> RunViews.of(run, template(rollout, run))).toList();
  }

  /** A run does not say which templates it is of; the rollout that started it does. */
  private static String template(ClusterRollout rollout, AnalysisRun run) {
    Integer step = run.stepIndex();
    Object analysis =
        step == null || step >= rollout.steps().size()
            ? rollout.canary().get("analysis")
            : rollout.steps().get(step).get("analysis");
    String names =
        Data.list(Data.map(analysis).get("templates")).stream()
            .map(template -> Data.text(Data.map(template).get("templateName")))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? run.name() : names;
  }

  private static AnalysisRun read(ClusterObject run) {
    Integer step = step(run.label("step-index"));
    return new AnalysisRun(
        run.name(),
        step == null ? AnalysisRun.Kind.BACKGROUND : AnalysisRun.Kind.STEP,
        step,
        run.label(ClusterRollout.HASH),
        ClusterRollout.revision(run),
        ClusterRollout.createdAt(run),
        Data.list(run.spec().get("metrics")).stream().map(Data::map).toList(),
        Data.list(run.spec().get("args")).stream()
            .map(Data::map)
            .map(ClusterRuns::argument)
            .toList(),
        List.of(),
        List.of(),
        state(run));
  }

  private static @Nullable Integer step(String label) {
    try {
      return Integer.valueOf(label);
    } catch (NumberFormatException background) {
      return null;
    }
  }

  private static Argument argument(Map<String, Object> argument) {
    Object value = argument.get("value");
    return new Argument(
        Data.text(argument.get("name")), value == null ? null : value.toString(), null);
  }

  private static AnalysisRunState state(ClusterObject run) {
    Map<String, Object> status = run.status();
    return new AnalysisRunState(
        phase(status.get("phase")),
        Data.text(status.get("message")),
        Data.flag(run.spec().get("terminate")),
        ClusterRollout.time(status.get("startedAt")),
        ClusterRollout.time(status.get("completedAt")),
        Data.list(status.get("metricResults")).stream()
            .map(Data::map)
            .map(ClusterRuns::result)
            .toList(),
        RunSummary.NONE,
        RunSummary.NONE);
  }

  private static MetricResult result(Map<String, Object> result) {
    return new MetricResult(
        Data.text(result.get("name")),
        phase(result.get("phase")),
        Data.text(result.get("message")),
        Data.flag(result.get("dryRun")),
        counters(result),
        Data.list(result.get("measurements")).stream()
            .map(Data::map)
            .map(ClusterRuns::measurement)
            .toList(),
        texts(result.get("metadata")));
  }

  private static Counters counters(Map<String, Object> result) {
    return new Counters(
        Data.integer(result.get("count"), 0),
        Data.integer(result.get("successful"), 0),
        Data.integer(result.get("failed"), 0),
        Data.integer(result.get("inconclusive"), 0),
        Data.integer(result.get("error"), 0),
        Data.integer(result.get("consecutiveError"), 0),
        Data.integer(result.get("consecutiveSuccess"), 0));
  }

  private static Measurement measurement(Map<String, Object> measurement) {
    Instant finished = ClusterRollout.time(measurement.get("finishedAt"));
    Instant started = ClusterRollout.time(measurement.get("startedAt"));
    return new Measurement(
        phase(measurement.get("phase")),
        Data.text(measurement.get("message")),
        Data.text(measurement.get("value")),
        started == null ? Objects.requireNonNullElse(finished, Instant.EPOCH) : started,
        finished,
        ClusterRollout.time(measurement.get("resumeAt")),
        texts(measurement.get("metadata")));
  }

  private static Map<String, String> texts(@Nullable Object map) {
    return Data.map(map).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Data.text(entry.getValue())));
  }

  /** A phase that a newer controller may have invented is one that goes on. */
  private static AnalysisPhase phase(@Nullable Object text) {
    try {
      return AnalysisPhase.of(Data.text(text));
    } catch (IllegalArgumentException unknown) {
      return AnalysisPhase.RUNNING;
    }
  }
}
