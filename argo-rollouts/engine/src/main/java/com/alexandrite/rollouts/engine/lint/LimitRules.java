package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import java.util.Set;

/** Numbers of measurements: whether a metric can fail at all, and whether it ends. */
final class LimitRules {

  /** Whoever asks for these waits for their end. */
  private static final Set<Kind> WAITED_FOR =
      Set.of(Kind.STEP, Kind.BEFORE_PROMOTION, Kind.AFTER_PROMOTION);

  private LimitRules() {}

  static void check(Use use, Findings findings) {
    if (!use.metrics().isEmpty()
        && use.metrics().stream().allMatch(metric -> use.dryRun().contains(metric.name()))) {
      findings.add(
          use.document(),
          use.path(),
          LintRule.DECIDES_NOTHING,
          "All metrics of this analysis are dry runs: it can't stop anything.",
          "Take dryRun away from those that are to decide.");
    }
    use.metrics()
        .forEach(metric -> {
          failureLimit(metric, findings);
          end(use, metric, findings);
        });
  }

  private static void failureLimit(LintedMetric metric, Findings findings) {
    int limit = metric.spec().limits().failureLimit().value();
    int count = metric.spec().effectiveCount().orElse(Integer.MAX_VALUE);
    if (limit > 0 && limit >= count) {
      findings.add(
          metric.document(),
          metric.at("failureLimit"),
          LintRule.UNREACHABLE_LIMIT,
          "The metric %s can never fail: %d failures are borne of %d measurements."
              .formatted(metric.name(), limit, count),
          "Lower failureLimit below count, or raise count; without an interval there is one"
              + " measurement.");
    }
  }

  private static void end(Use use, LintedMetric metric, Findings findings) {
    if (WAITED_FOR.contains(use.kind()) && metric.spec().effectiveCount().isEmpty()) {
      findings.add(
          use.document(),
          use.path(),
          LintRule.ENDLESS_ANALYSIS,
          "The analysis need not ever end: the metric %s has an interval, but no count."
              .formatted(metric.name()),
          "Give it a count (0 counts as none): without one the controller refuses the Rollout,"
              + " whatever its consecutiveSuccessLimit.");
    }
  }
}
