package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.condition.Condition;
import com.alexandrite.rollouts.engine.condition.ConditionError;
import java.time.Instant;

/**
 * Conditions: whether they can be evaluated, decide anything, and bear it when there is no data.
 */
final class ConditionRules {

  private static final String SUCCESS = "successCondition";
  private static final String FAILURE = "failureCondition";

  private final Use use;
  private final Findings findings;

  private ConditionRules(Use use, Findings findings) {
    this.use = use;
    this.findings = findings;
  }

  static void check(Use use, Findings findings) {
    use.metrics().forEach(new ConditionRules(use, findings)::metric);
  }

  private void metric(LintedMetric metric) {
    String success = metric.spec().successCondition();
    String failure = metric.spec().failureCondition();
    if (success.contains(Use.UNKNOWN) || failure.contains(Use.UNKNOWN)) {
      return;
    }
    boolean successReads = syntax(metric, SUCCESS, success);
    boolean failureReads = syntax(metric, FAILURE, failure);
    boolean readable = successReads && failureReads;
    if (readable && metric.spec().provider() instanceof ProviderSpec.Prometheus) {
      prometheus(metric, metric.query().orElseThrow(), success, failure);
    }
  }

  private boolean syntax(LintedMetric metric, String field, String condition) {
    ConditionError error = condition.isEmpty() ? null : Condition.compile(condition).syntaxError();
    if (error != null) {
      broken(metric, field, error.message());
    }
    return error == null;
  }

  private void broken(LintedMetric metric, String field, String why) {
    findings.add(
        metric.document(),
        metric.at(field),
        LintRule.BROKEN_CONDITION,
        "The %s of %s can't be evaluated: %s.".formatted(field, metric.name(), why),
        "Every measurement is an error, and five in a row abort the release: correct it. An answer"
            + " of Prometheus is a list, its first value result[0].");
  }

  private void prometheus(LintedMetric metric, PromQuery query, String success, String failure) {
    if (success.isEmpty() && failure.isEmpty()) {
      judgesNothing(metric);
      return;
    }
    boolean successWorks = threshold(metric, query, SUCCESS, success);
    boolean failureWorks = threshold(metric, query, FAILURE, failure);
    if (!successWorks || !failureWorks) {
      return;
    }
    if (!query.alwaysAnswers()) {
      withoutData(metric);
    }
    if (query.isRelative() && !query.hasMinimum()) {
      notANumber(metric, query);
    }
  }

  private void judgesNothing(LintedMetric metric) {
    if (!use.dryRun().contains(metric.name())) {
      findings.add(
          metric.document(),
          metric.path(),
          LintRule.NO_CONDITION,
          "The metric " + metric.name() + " succeeds with whatever is measured.",
          "Write a successCondition or a failureCondition, or list it under dryRun.");
    }
  }

  /** Whether the condition can be evaluated. */
  private boolean threshold(LintedMetric metric, PromQuery query, String field, String condition) {
    if (condition.isEmpty()) {
      return true;
    }
    switch (new Samples(query).of(condition)) {
      case Samples.Outcome.Broken(String why) -> {
        broken(metric, field, why);
        return false;
      }
      case Samples.Outcome.Always(boolean holds) -> constant(metric, query, field, holds);
      case Samples.Outcome.Varies _ -> {
        // As it should be.
      }
    }
    return true;
  }

  private void constant(LintedMetric metric, PromQuery query, String field, boolean holds) {
    PromRange range = query.range();
    String possible =
        Double.isFinite(range.high())
            ? " for a query whose values lie between %s and %s"
                .formatted(number(range.low()), number(range.high()))
            : "";
    boolean lets = holds == field.equals(SUCCESS);
    findings.add(
        metric.document(),
        metric.at(field),
        LintRule.UNREACHABLE_THRESHOLD,
        "The %s of %s %s holds%s: the metric %s."
            .formatted(
                field,
                metric.name(),
                holds ? "always" : "never",
                possible,
                lets ? "can never fail" : "can never succeed"),
        "Compare with a number that the query can pass on both sides.");
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void withoutData(LintedMetric metric) {
    AnalysisPhase verdict = judged(metric, new double[0]);
    if (verdict != AnalysisPhase.SUCCESSFUL) {
      findings.add(
          metric.document(),
          place(metric),
          LintRule.FAILS_WITHOUT_DATA,
          "An empty answer is %s for %s.".formatted(consequence(verdict), metric.name()),
          "Let the condition begin with len(result) == 0 ||, or the query end with or vector(0).");
    }
  }

  private void notANumber(LintedMetric metric, PromQuery query) {
    Object value = query.isScalar() ? (Object) Double.NaN : new double[] {Double.NaN};
    AnalysisPhase verdict = judged(metric, value);
    if (verdict != AnalysisPhase.SUCCESSFUL) {
      findings.add(
          metric.document(),
          place(metric),
          LintRule.FAILS_ON_NAN,
          "Without requests the query answers NaN, which is %s for %s."
              .formatted(consequence(verdict), metric.name()),
          "Let the condition accept isNaN(result[0]), or the query ask for a minimum of requests.");
    }
  }

  private static AnalysisPhase judged(LintedMetric metric, Object value) {
    return Verdicts.judge(metric.spec(), value, Instant.EPOCH).phase();
  }

  private static String place(LintedMetric metric) {
    return metric.at(metric.spec().successCondition().isEmpty() ? FAILURE : SUCCESS);
  }

  private static String consequence(AnalysisPhase verdict) {
    return switch (verdict) {
      case FAILED -> "a failure, which can abort a healthy release,";
      case INCONCLUSIVE -> "inconclusive, which pauses the release until somebody decides,";
      default -> "an error, five of which in a row abort a healthy release,";
    };
  }
}
