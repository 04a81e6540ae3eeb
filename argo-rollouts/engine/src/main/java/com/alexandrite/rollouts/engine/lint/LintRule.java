package com.alexandrite.rollouts.engine.lint;

import static com.alexandrite.rollouts.engine.lint.LintRule.Severity.ERROR;
import static com.alexandrite.rollouts.engine.lint.LintRule.Severity.WARNING;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for. An error does not work at all; a warning works, but seldom as meant. */
public enum LintRule {
  INVALID_YAML(ERROR, "the file can't be read"),
  UNKNOWN_FIELD(ERROR, "a field that Argo does not know, mostly a misspelt one"),
  INVALID_ROLLOUT(ERROR, "the controller refuses the Rollout"),
  INVALID_ANALYSIS(ERROR, "every run of the analysis ends as an error"),
  TEMPLATE_NOT_FOUND(ERROR, "an analysis names a template that is not there"),
  MISSING_ARGUMENT(ERROR, "an argument without a value"),
  BROKEN_CONDITION(ERROR, "a condition that can't be evaluated on any answer of its source"),
  UNREACHABLE_THRESHOLD(ERROR, "a condition that always or never holds, whatever is measured"),
  UNREACHABLE_LIMIT(ERROR, "a failureLimit that so few measurements can't exceed"),
  ENDLESS_ANALYSIS(ERROR, "a step waits for an analysis that has no end"),
  UNEXPLAINED_WAIVER(ERROR, "a waiver without a reason, or of a rule that does not exist"),

  FAILS_WITHOUT_DATA(WARNING, "an empty answer of Prometheus is not a success"),
  FAILS_ON_NAN(WARNING, "0/0 or a quantile of nothing is not a success"),
  NO_MINIMUM(WARNING, "a share or a quantile of however few requests"),
  NO_CONDITION(WARNING, "a metric that is measured, but not judged"),
  DECIDES_NOTHING(WARNING, "an analysis with nothing but dry-run metrics"),
  NOT_TOLD_APART(WARNING, "a query that sees both versions together"),
  WINDOW_TOO_LONG(WARNING, "a query looks back further than the step lasts"),
  TOO_FEW_MEASUREMENTS(WARNING, "the analysis is over before it can fail or be counted to its end"),
  ANALYSIS_BEFORE_TRAFFIC(WARNING, "an analysis begins before the new version gets requests"),
  WEIGHT_NOT_POSSIBLE(WARNING, "a weight that so many pods can't give"),
  WEIGHT_WITHOUT_REQUESTS(WARNING, "a weight too small for the requests that a query asks for"),
  ENDLESS_STEP(WARNING, "a step that nothing but a person ends"),
  NO_ANALYSIS(WARNING, "nothing judges the new version"),
  NO_DEADLINE_ABORT(WARNING, "a version that does not start is not taken back"),
  UNUSED_TEMPLATE(WARNING, "no Rollout uses the template"),
  UNUSED_ARGUMENT(WARNING, "an argument that nobody reads"),
  UNUSED_WAIVER(WARNING, "a waiver where nothing is found");

  private final Severity severity;
  private final String meaning;

  LintRule(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING;

    /** The word for people and programs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The name by which comments and programs know it, such as {@code fails-on-nan}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How bad a finding of this rule is. */
  public Severity severity() {
    return severity;
  }

  /** What it finds, in the words of the README's table. */
  public String meaning() {
    return meaning;
  }

  static Optional<LintRule> of(String id) {
    return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }
}
