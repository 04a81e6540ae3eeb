package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.AnalysisDecisions;
import com.alexandrite.rollouts.engine.analysis.AnalysisDecisions.RunVerdict;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.LimitExceeded;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Verdicts on metrics and whole runs. */
final class AnalysisRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "assessMetric", (in, want) -> assessMetric(in),
          "applyMeasurement", (in, want) -> applyMeasurement(in),
          "assessRun", (in, want) -> assessRun(in),
          "worstPhase", (in, want) -> worstPhase(in));

  private AnalysisRows() {}

  private static Map<String, @Nullable Object> assessMetric(
      Map<String, ? extends @Nullable Object> in) {
    MetricSpec metric = MetricTrees.metric(Tree.map(in, "metric"));
    MetricResult result = MetricTrees.result(Tree.map(in, "result"));
    LimitExceeded exceeded = LimitExceeded.of(metric.limits(), result.counters());
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    AnalysisPhase phase = AnalysisDecisions.phase(metric, result, Tree.flag(in, "terminating"));
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
      Map<String, ? extends @Nullable Object> in) {
    AnalysisPhase measured = AnalysisPhase.of(Tree.text(in, "measurement"));
    Measurement measurement = Measurement.finished(measured, "", "", Instant.EPOCH, Instant.EPOCH);
    MetricResult result =
        AnalysisDecisions.measured(MetricTrees.result(Tree.map(in, "result")), measurement);
    Map<String, @Nullable Object> actual = MetricTrees.tree(result.counters());
    actual.put("phase", result.phase().text());
    Measurement last = Objects.requireNonNull(result.last());
    actual.put("lastMeasurement", Map.of("phase", last.phase().text()));
    return actual;
  }

  private static Map<String, @Nullable Object> worstPhase(
      Map<String, ? extends @Nullable Object> in) {
    AnalysisPhase left = AnalysisPhase.of(Tree.text(in, "left"));
    AnalysisPhase right = AnalysisPhase.of(Tree.text(in, "right"));
    return Map.of(
        "worst", AnalysisPhase.worst(left, right).text(), "rightIsWorse", right.worseThan(left));
  }

  private static Map<String, @Nullable Object> assessRun(
      Map<String, ? extends @Nullable Object> in) {
    AnalysisRunSpec spec =
        MetricTrees.spec(MetricTrees.metrics(in), Tree.texts(in, "dryRunMetrics"));
    List<MetricResult> results =
        Tree.maps(in, "metricResults").stream().map(MetricTrees::result).toList();
    RunVerdict verdict =
        AnalysisDecisions.verdict(
            spec, MetricTrees.run(results, Tree.flag(in, "terminate"), Instant.EPOCH));
    return Map.of(
        "phase", verdict.phase().text(),
        "message", MessageClass.ofRun(verdict.message()),
        "runSummary", MetricTrees.tree(verdict.summary()),
        "dryRunSummary", MetricTrees.tree(verdict.dryRunSummary()),
        "metricResults", verdict.metricResults().stream().map(AnalysisRows::tree).toList());
  }

  private static Map<String, Object> tree(MetricResult result) {
    return Map.of(
        "name", result.name(),
        "phase", result.phase().text(),
        "message", MessageClass.ofResult(result.message()));
  }
}
