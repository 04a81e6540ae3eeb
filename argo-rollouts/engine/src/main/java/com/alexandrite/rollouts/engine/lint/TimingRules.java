package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether windows and measurements fit into the steps. */
final class TimingRules {

  private final LintedRollout rollout;
  private final StepTimes times;
  private final Findings findings;

  private TimingRules(LintedRollout rollout, List<Use> uses, Findings findings) {
    this.rollout = rollout;
    this.times = new StepTimes(rollout, uses);
    this.findings = findings;
  }

  static void check(LintedRollout rollout, List<Use> uses, Findings findings) {
    TimingRules rules = new TimingRules(rollout, uses, findings);
    uses.forEach(rules::check);
  }

  private void check(Use use) {
    Optional<Duration> time =
        switch (use.kind()) {
          case BACKGROUND -> times.between(use.step(), rollout.steps().size());
          case STEP -> sinceWeight(use);
          case EXPERIMENT -> experiment(use.step());
          default -> Optional.empty();
        };
    time.ifPresent(length -> {
      use.metrics().forEach(metric -> window(use, metric, length));
      if (use.kind() != Use.Kind.STEP) {
        use.metrics().forEach(metric -> measurements(use, metric, length));
      }
    });
  }

  /** From the step's weight to the last measurement. */
  private Optional<Duration> sinceWeight(Use use) {
    OptionalInt weight = times.lastWeight(use.step());
    return weight.isEmpty()
        ? Optional.empty()
        : times
            .between(weight.getAsInt(), use.step())
            .flatMap(before -> use.length().map(before::plus));
  }

  private Optional<Duration> experiment(int step) {
    CanaryStep.Experiment experiment = rollout.steps().get(step).part(CanaryStep.Experiment.class);
    return experiment == null ? Optional.empty() : StepTimes.duration(experiment);
  }

  /**
   * A share or a quantile of the new version's requests alone is right in any window: before the
   * step there were none, or less.
   */
  private void window(Use use, LintedMetric metric, Duration length) {
    metric
        .query()
        .filter(query -> query.window().compareTo(length) > 0)
        .filter(query -> !(query.isRelative() && QueryRules.tellsApart(use, query)))
        .ifPresent(query ->
            findings.add(
                use.document(),
                use.path(),
                LintRule.WINDOW_TOO_LONG,
                "The query of %s looks back %s, but its weight lasts only %s"
                        .formatted(metric.name(), text(query.window()), text(length))
                    + ": it measures what was before.",
                "Shorten the window, lengthen the step, or write an initialDelay."));
  }

  private void measurements(Use use, LintedMetric metric, Duration length) {
    if (metric.interval().isZero()) {
      return;
    }
    Duration left = length.minus(metric.initialDelay());
    long possible = left.isNegative() ? 0 : left.dividedBy(metric.interval()) + 1;
    int limit = metric.spec().limits().failureLimit().value();
    int count = metric.measurements().orElse(0);
    if (possible <= limit || possible < count) {
      findings.add(
          use.document(),
          use.path(),
          LintRule.TOO_FEW_MEASUREMENTS,
          "The metric %s is measured at most %d times in %s: it can't %s."
              .formatted(
                  metric.name(),
                  possible,
                  text(length),
                  possible <= limit ? "fail" : "be counted to " + count),
          "Shorten its interval, or lengthen the steps.");
    }
  }

  private static String text(Duration length) {
    return length.toMillis() % 1000 == 0 ? length.toSeconds() + " s" : length.toMillis() + " ms";
  }
}
