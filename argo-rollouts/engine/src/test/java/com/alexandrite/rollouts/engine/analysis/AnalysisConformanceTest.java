package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.conformance.Tree;
import com.alexandrite.rollouts.engine.conformance.VectorFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Assessment and schedule against the recorded decisions of the real controller. */
class AnalysisConformanceTest {

  @Test
  void assessesMetrics() {
    VectorFile.named("metric-assessment.jsonl")
        .check((fn, in, want) ->
            fn.equals("assessMetric") ? assessMetric(in) : applyMeasurement(in, want));
  }

  @Test
  void assessesRuns() {
    VectorFile.named("run-assessment.jsonl")
        .check((fn, in, want) -> fn.equals("assessRun") ? assessRun(in) : worstPhase(in));
  }

  @Test
  void schedules() {
    VectorFile.named("metric-schedule.jsonl")
        .check((fn, in, want) -> fn.equals("schedule") ? schedule(in) : ttl(in));
  }

  private static Map<String, @Nullable Object> assessMetric(Map<String, @Nullable Object> in) {
    MetricSpec metric = MetricTrees.metric(Tree.map(in, "metric"));
    MetricResult result = MetricTrees.result(Tree.map(in, "result"));
    LimitExceeded exceeded = LimitExceeded.of(metric.limits(), result.counters());
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    AnalysisPhase phase = MetricAssessment.assess(metric, result, Tree.flag(in, "terminating"));
    actual.put("phase", phase.text());
    actual.put("limitPhase", exceeded == null ? null : exceeded.phase().text());
    actual.put("limitExceeded", exceeded == null ? null : tree(exceeded));
    return actual;
  }

  private static Map<String, Object> tree(LimitExceeded exceeded) {
    return Map.of(
        "counter", exceeded.counter(),
        "value", exceeded.value(),
        "limitName", exceeded.limitName(),
        "limit", exceeded.limit());
  }

  private static Map<String, @Nullable Object> applyMeasurement(
      Map<String, @Nullable Object> in, Map<String, @Nullable Object> want) {
    AnalysisPhase measured = AnalysisPhase.of(Tree.text(in, "measurement"));
    Measurement measurement = Measurement.finished(measured, "", "", Instant.EPOCH, Instant.EPOCH);
    MetricResult result = MetricTrees.result(Tree.map(in, "result")).measured(measurement, false);
    Map<String, @Nullable Object> actual = MetricTrees.tree(result.counters());
    actual.put("phase", result.phase().text());
    actual.put(
        "lastMeasurement", Map.of("phase", Objects.requireNonNull(result.last()).phase().text()));
    want.keySet().forEach(name -> actual.putIfAbsent(name, 0));
    return actual;
  }

  private static Map<String, @Nullable Object> worstPhase(Map<String, @Nullable Object> in) {
    AnalysisPhase left = AnalysisPhase.of(Tree.text(in, "left"));
    AnalysisPhase right = AnalysisPhase.of(Tree.text(in, "right"));
    return Map.of(
        "worst", AnalysisPhase.worst(left, right).text(), "rightIsWorse", right.worseThan(left));
  }

  private static Map<String, @Nullable Object> assessRun(Map<String, @Nullable Object> in) {
    AnalysisRunSpec spec =
        MetricTrees.spec(MetricTrees.metrics(in), Tree.texts(in, "dryRunMetrics"));
    List<MetricResult> results =
        Tree.maps(in, "metricResults").stream().map(MetricTrees::result).toList();
    RunAssessment.Verdict verdict =
        RunAssessment.assess(
            spec, MetricTrees.run(results, Tree.flag(in, "terminate"), Instant.EPOCH));
    return Map.of(
        "phase", verdict.phase().text(),
        "message", MessageClass.ofRun(verdict.message()),
        "runSummary", MetricTrees.tree(verdict.summary()),
        "dryRunSummary", MetricTrees.tree(verdict.dryRunSummary()),
        "metricResults", verdict.run().metricResults().stream().map(r -> tree(r)).toList());
  }

  private static Map<String, Object> tree(MetricResult result) {
    return Map.of(
        "name", result.name(),
        "phase", result.phase().text(),
        "message", MessageClass.ofResult(result.message()));
  }

  private static Map<String, @Nullable Object> schedule(Map<String, @Nullable Object> in) {
    List<MetricSpec> metrics = MetricTrees.metrics(in);
    Instant now = Objects.requireNonNull(MetricTrees.time(in.get("now")));
    List<MetricResult> results =
        Tree.maps(in, "metricResults").stream().map(MetricTrees::result).toList();
    AnalysisRunState run =
        MetricTrees.run(
            results, Tree.flag(in, "terminate"), MetricTrees.time(in.get("runStartedAt")));
    List<MetricTask> tasks = MetricSchedule.due(metrics, run, now);
    Instant next = MetricSchedule.next(metrics, run, now);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("dueMetrics", names(tasks, false));
    actual.put("resumeMetrics", names(tasks, true));
    actual.put("nextReconcileAt", next == null ? null : MetricTrees.seconds(next));
    return actual;
  }

  private static List<String> names(List<MetricTask> tasks, boolean inFlight) {
    return tasks.stream()
        .filter(task -> (task.inFlight() != null) == inFlight)
        .map(task -> task.metric().name())
        .toList();
  }

  private static Map<String, @Nullable Object> ttl(Map<String, @Nullable Object> in) {
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
