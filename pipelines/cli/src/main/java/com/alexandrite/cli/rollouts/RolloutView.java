package com.alexandrite.cli.rollouts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rollout as the console tells it, as far as the terminal shows it.
 *
 * @param phase Progressing, Paused, Healthy or Degraded
 * @param step number of steps done
 * @param weight percent of the traffic for the canary
 * @param stable version that serves when nothing is released; null before the first
 * @param canary version on trial; null when there is none
 */
public record RolloutView(
    String name,
    String phase,
    int step,
    int steps,
    int weight,
    @Nullable String stable,
    @Nullable String canary,
    @Nullable String message,
    @Nullable Arms arms,
    @Nullable List<AnalysisView> analysisRuns) {

  /** What the edge and Prometheus say of both arms. */
  public record Arms(@Nullable Arm stable, @Nullable Arm canary) {}

  /**
   * One arm's figures.
   *
   * @param requests counted at the edge since the release began; null when nobody counts
   * @param errorRate from 0 to 1; null when not known yet
   * @param p95Ms latency in milliseconds; null when not known yet
   */
  public record Arm(
      @Nullable Long requests,
      @Nullable Long failures,
      @Nullable Double errorRate,
      @Nullable Double p95Ms,
      @Nullable Double p99Ms) {}

  /**
   * One analysis run in short.
   *
   * @param phase Pending, Running, Successful, Inconclusive, Error or Failed
   */
  public record AnalysisView(
      String name, @Nullable String template, String phase, @Nullable String message) {}

  /** Reads the console's answer. */
  public static RolloutView of(JsonNode answer) {
    return JsonMapper.shared().treeToValue(answer, RolloutView.class);
  }

  /** The analysis runs, oldest first. */
  public List<AnalysisView> runs() {
    List<AnalysisView> runs = analysisRuns();
    return runs == null ? List.of() : runs;
  }
}
