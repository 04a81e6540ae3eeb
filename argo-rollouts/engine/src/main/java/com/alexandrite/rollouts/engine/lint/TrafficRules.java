package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a weight gives the new version enough requests, for a known number in all. */
final class TrafficRules {

  private final LintedRollout rollout;
  private final StepTimes times;
  private final double requestsPerSecond;
  private final Findings findings;

  private TrafficRules(
      LintedRollout rollout, List<Use> uses, double requestsPerSecond, Findings findings) {
    this.rollout = rollout;
    this.times = new StepTimes(rollout, uses);
    this.requestsPerSecond = requestsPerSecond;
    this.findings = findings;
  }

  static void check(
      LintedRollout rollout, List<Use> uses, double requestsPerSecond, Findings findings) {
    TrafficRules rules = new TrafficRules(rollout, uses, requestsPerSecond, findings);
    uses.stream()
        .filter(use -> use.kind() == Kind.STEP || use.kind() == Kind.BACKGROUND)
        .forEach(use ->
            rules
                .leastWeight(use)
                .ifPresent(
                    weight -> use.metrics().forEach(metric -> rules.metric(use, metric, weight))));
  }

  /** The smallest weight above 0 while the analysis runs. */
  private OptionalInt leastWeight(Use use) {
    int first = times.lastWeight(use.step()).orElse(use.step());
    int last = use.kind() == Kind.STEP ? use.step() : rollout.steps().size();
    return IntStream.range(first, last)
        .boxed()
        .flatMap(i -> Stream.ofNullable(rollout.steps().get(i).part(SetWeight.class)))
        .mapToInt(SetWeight::weight)
        .filter(weight -> weight > 0)
        .min();
  }

  private void metric(Use use, LintedMetric metric, int weight) {
    PromQuery query = metric.query().orElse(null);
    if (query == null || query.window().isZero()) {
      return;
    }
    double share = (double) weight / rollout.rollout().spec().canary().fullWeight();
    double expected = requestsPerSecond * share * query.window().toMillis() / 1000;
    double wanted = Math.max(1, query.minimum().orElse(1));
    if (expected < wanted) {
      findings.add(
          use.document(),
          use.path(),
          LintRule.WEIGHT_WITHOUT_REQUESTS,
          "At weight %d and %s requests a second the new version gets %.1f in the window of %s,"
                  .formatted(weight, number(requestsPerSecond), expected, metric.name())
              + " and "
              + number(wanted)
              + " are wanted.",
          "Begin with a larger weight, or look over a longer window.");
    }
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
