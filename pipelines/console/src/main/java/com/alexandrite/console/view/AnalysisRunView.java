package com.alexandrite.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One analysis run with everything it measured.
 *
 * @param name name of the run
 * @param template template it came from
 * @param phase Pending, Running, Successful, Failed, Error or Inconclusive
 * @param step step it belongs to, null if it belongs to none
 * @param message reason of the phase; empty when there is none
 * @param cause why it failed, in parts, else null
 * @param startedAt when it began
 * @param finishedAt when it ended, null while it runs
 * @param metrics in the order of the template
 * @param kind what it is for: step, background, pre-promotion, post-promotion, experiment, or bake
 *     for the watch after a promotion
 */
public record AnalysisRunView(
    String name,
    String template,
    String phase,
    @Nullable Integer step,
    String message,
    @Nullable Cause cause,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<MetricView> metrics,
    String kind) {

  /** Copies the list. */
  public AnalysisRunView {
    metrics = List.copyOf(metrics);
  }
}
