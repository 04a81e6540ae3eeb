package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.analysis.Counters;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.RunSummary;
import com.alexandrite.rollouts.engine.analysis.TtlStrategy;
import com.alexandrite.rollouts.engine.template.MetricReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metrics and their results as the vectors write them: without a provider, times in seconds. */
final class MetricTrees {

  private MetricTrees() {}

  static MetricSpec metric(Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Object> complete = new LinkedHashMap<>(tree);
    complete.putIfAbsent("provider", Map.of("prometheus", Map.of("query", "up")));
    return MetricReader.read(complete).metric();
  }

  static List<MetricSpec> metrics(Map<String, ? extends @Nullable Object> in) {
    return Tree.maps(in, "metrics").stream().map(MetricTrees::metric).toList();
  }

  static AnalysisRunSpec spec(List<MetricSpec> metrics, List<String> dryRun) {
    Set<String> names = new LinkedHashSet<>(dryRun);
    return new AnalysisRunSpec(metrics, names, Map.of(), TtlStrategy.NONE);
  }

  static AnalysisRunState run(
      List<MetricResult> results, boolean terminate, @Nullable Instant startedAt) {
    return new AnalysisRunState(
        AnalysisPhase.RUNNING,
        "",
        terminate,
        startedAt,
        null,
        results,
        RunSummary.NONE,
        RunSummary.NONE);
  }

  static MetricResult result(Map<String, @Nullable Object> tree) {
    List<Measurement> measurements =
        tree.containsKey("lastMeasurement")
            ? List.of(measurement(Tree.map(tree, "lastMeasurement")))
            : Tree.maps(tree, "measurements").stream().map(MetricTrees::measurement).toList();
    AnalysisPhase phase = AnalysisPhase.of(Tree.text(tree, "phase"));
    // A completed metric of the vectors carries its last measurement's message without saying so.
    String message =
        phase.completed() && !measurements.isEmpty() ? measurements.getLast().message() : "";
    return new MetricResult(
        Tree.text(tree, "name"),
        phase,
        message,
        Tree.flag(tree, "dryRun"),
        counters(tree),
        measurements,
        Map.of());
  }

  static Counters counters(Map<String, @Nullable Object> tree) {
    return new Counters(
        Tree.number(tree, "count"),
        Tree.number(tree, "successful"),
        Tree.number(tree, "failed"),
        Tree.number(tree, "inconclusive"),
        Tree.number(tree, "error"),
        Tree.number(tree, "consecutiveError"),
        Tree.number(tree, "consecutiveSuccess"));
  }

  /** The counters as the vectors write them: zeros left out. */
  static Map<String, @Nullable Object> tree(Counters counters) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    put(tree, "count", counters.count());
    put(tree, "successful", counters.successful());
    put(tree, "failed", counters.failed());
    put(tree, "inconclusive", counters.inconclusive());
    put(tree, "error", counters.error());
    put(tree, "consecutiveError", counters.consecutiveError());
    put(tree, "consecutiveSuccess", counters.consecutiveSuccess());
    return tree;
  }

  static Map<String, Object> tree(RunSummary summary) {
    return Map.of(
        "count", summary.count(),
        "successful", summary.successful(),
        "failed", summary.failed(),
        "inconclusive", summary.inconclusive(),
        "error", summary.error());
  }

  static @Nullable Instant time(@Nullable Object seconds) {
    return seconds instanceof Number number
        ? Instant.EPOCH.plusNanos(Math.round(number.doubleValue() * 1e9))
        : null;
  }

  static double seconds(Instant time) {
    return Duration.between(Instant.EPOCH, time).toNanos() / 1e9;
  }

  private static void put(Map<String, @Nullable Object> tree, String name, int value) {
    if (value != 0) {
      tree.put(name, value);
    }
  }

  private static Measurement measurement(Map<String, @Nullable Object> tree) {
    AnalysisPhase phase = AnalysisPhase.of(Tree.text(tree, "phase"));
    Instant startedAt = time(tree.getOrDefault("startedAt", 0));
    return new Measurement(
        phase,
        Tree.text(tree, "message"),
        "",
        startedAt == null ? Instant.EPOCH : startedAt,
        time(tree.get("finishedAt")),
        time(tree.get("resumeAt")),
        Map.of());
  }
}
