package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.AnalysisDecisions;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.MetricTask;
import com.alexandrite.rollouts.engine.analysis.TtlStrategy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When to measure, and when to forget a run. */
final class ScheduleRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "schedule", (in, want) -> schedule(in),
          "ttlExceeded", (in, want) -> ttl(in));

  private ScheduleRows() {}

  private static Map<String, @Nullable Object> schedule(
      Map<String, ? extends @Nullable Object> in) {
    List<MetricSpec> metrics = MetricTrees.metrics(in);
    Instant now = Objects.requireNonNull(MetricTrees.time(in.get("now")));
    List<MetricResult> results =
        Tree.maps(in, "metricResults").stream().map(MetricTrees::result).toList();
    AnalysisRunState run =
        MetricTrees.run(
            results, Tree.flag(in, "terminate"), MetricTrees.time(in.get("runStartedAt")));
    List<MetricTask> tasks = AnalysisDecisions.due(metrics, run, now);
    Instant next = AnalysisDecisions.next(metrics, run, now);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("dueMetrics", names(tasks, false));
    actual.put("resumeMetrics", names(tasks, true));
    actual.put("nextReconcileAt", next == null ? null : MetricTrees.seconds(next));
    actual.put(
        "nextReconcileInSeconds",
        next == null ? null : MetricTrees.seconds(next) - MetricTrees.seconds(now));
    return actual;
  }

  private static List<String> names(List<MetricTask> tasks, boolean inFlight) {
    return tasks.stream()
        .filter(task -> (task.inFlight() != null) == inFlight)
        .map(task -> task.metric().name())
        .toList();
  }

  private static Map<String, @Nullable Object> ttl(Map<String, ? extends @Nullable Object> in) {
    Map<String, @Nullable Object> ttl = Tree.map(in, "ttlStrategy");
    TtlStrategy strategy =
        new TtlStrategy(
            Tree.numberOrNull(ttl, "secondsAfterCompletion"),
            Tree.numberOrNull(ttl, "secondsAfterFailure"),
            Tree.numberOrNull(ttl, "secondsAfterSuccess"));
    return Map.of(
        "exceeded",
        strategy.exceeded(
            AnalysisPhase.of(Tree.text(in, "phase")),
            MetricTrees.time(in.get("completedAt")),
            Objects.requireNonNull(MetricTrees.time(in.get("now")))));
  }
}
