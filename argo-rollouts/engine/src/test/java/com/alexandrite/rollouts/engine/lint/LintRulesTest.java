package com.alexandrite.rollouts.engine.lint;

import static com.alexandrite.rollouts.engine.lint.Example.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each rule with manifests in which it finds something, and nearly the same in which it does not.
 */
class LintRulesTest {

  record Case(LintRule rule, String firing, String quiet) {
    @Override
    public String toString() {
      return rule.id();
    }
  }

  private static final String MINIMUM =
      "            and sum(increase(requests{hash=\"{{args.hash}}\"}[1m])) >= 20\n";
  private static final String CONDITION =
      "      successCondition: len(result) == 0 || result[0] <= 0.05\n";
  private static final String SHARE =
      "sum(rate(requests{code=~\"5..\",hash=\"{{args.hash}}\"}[1m]))"
          + " / sum(rate(requests{hash=\"{{args.hash}}\"}[1m]))";
  private static final String ERRORS = "templates: [{templateName: errors}]\n";
  private static final String BACKGROUND =
      """
            analysis:
              startingStep: 1
              templates: [{templateName: latency}]
              args: [{name: pods, valueFrom: {podTemplateHashValue: Latest}}]
      """;
  private static final String STEP =
      "        - analysis:\n            "
          + ERRORS
          + "            args: [{name: hash, valueFrom: {podTemplateHashValue: Latest}}]\n";

  @SuppressWarnings("unused") // The source of the parameters.
  private static final List<Case> CASES =
      List.of(
          changed(LintRule.INVALID_YAML, "kind: Rollout", "kind: [Rollout", "kind: 'Rollout'"),
          changed(LintRule.UNKNOWN_FIELD, "  replicas: 4", "  replica: 4", "  replicas: 8"),
          changed(LintRule.UNKNOWN_FIELD, "interval: 15s", "intervall: 15s", "interval: 16s"),
          changed(LintRule.INVALID_ROLLOUT, "setWeight: 50", "setWeight: 500", "setWeight: 51"),
          changed(
              LintRule.INVALID_ANALYSIS,
              "failureLimit: 1\n      s",
              "failureLimit: 5\n      s",
              "failureLimit: 2\n      s"),
          changed(LintRule.INVALID_ANALYSIS, "interval: 10s", "interval: 10", "interval: 11s"),
          changed(
              LintRule.TEMPLATE_NOT_FOUND,
              "templateName: errors",
              "templateName: error",
              "templateName: errors, clusterScope: false"),
          changed(LintRule.MISSING_ARGUMENT, "{name: hash, valueF", "{name: hashes, valueF", null),
          changed(
              LintRule.MISSING_ARGUMENT,
              "HashValue: Latest",
              "HashValue: latest",
              "HashValue: Stable"),
          changed(
              LintRule.MISSING_ARGUMENT,
              "[{name: hash, valueFrom: {podTemplateHashValue: Latest}}]",
              "[{name: hash}]",
              "[{name: hash, value: '7'}]"),
          changed(
              LintRule.MISSING_ARGUMENT, "requests{code", "{{args.metric}}{code", "failed{code"),
          changed(
              LintRule.BROKEN_CONDITION, "result[0] <= 0.05", "result <= 0.05", "result[0] < 0.1"),
          changed(LintRule.BROKEN_CONDITION, "<= 0.05", "=< 0.05", "<= 0.1"),
          changed(LintRule.UNREACHABLE_THRESHOLD, "<= 0.05", "<= 5", "<= 0.5"),
          changed(
              LintRule.UNREACHABLE_THRESHOLD,
              CONDITION,
              "      failureCondition: len(result) > 0 && result[0] > 1\n",
              "      failureCondition: len(result) > 0 && result[0] > 0.9\n"),
          changed(
              LintRule.UNREACHABLE_THRESHOLD, "result[0] > 9", "result[0] >= 0", "result[0] > 0"),
          new Case(
              LintRule.UNREACHABLE_THRESHOLD,
              with("<= 0.05", "<= 1.2"),
              with(
                  "<= 0.05",
                  "<= 1.2",
                  SHARE,
                  "sum(rate(requests{hash=\"{{args.hash}}\"}[1m]))"
                      + " / sum(rate(requests{hash=\"the-old-one\"}[1m]))")),
          changed(
              LintRule.UNREACHABLE_LIMIT,
              "count: 3\n      failureLimit: 1",
              "failureLimit: 3\n      count: 3",
              "failureLimit: 2\n      count: 3"),
          changed(LintRule.ENDLESS_ANALYSIS, "      count: 3\n", "", "      count: 5\n"),
          changed(LintRule.ENDLESS_ANALYSIS, "count: 3", "consecutiveSuccessLimit: 3", null),
          changed(
              LintRule.UNEXPLAINED_WAIVER,
              "kind: Rollout",
              "# lint: allow endless-step\nkind: Rollout",
              "# lint: allow endless-step someone looks\nkind: Rollout"),
          changed(
              LintRule.UNEXPLAINED_WAIVER,
              "kind: Rollout",
              "# lint: allow anything just because\nkind: Rollout",
              null),
          changed(LintRule.FAILS_WITHOUT_DATA, "len(result) == 0 || ", "", "len(result) < 1 || "),
          changed(LintRule.FAILS_ON_NAN, MINIMUM, "", null),
          new Case(
              LintRule.FAILS_ON_NAN,
              with(MINIMUM, ""),
              with(MINIMUM, "", "len(result) == 0", "len(result) == 0 || isNaN(result[0])")),
          changed(LintRule.NO_MINIMUM, MINIMUM, "", null),
          changed(LintRule.NO_CONDITION, CONDITION, "", null),
          changed(
              LintRule.DECIDES_NOTHING,
              ERRORS,
              ERRORS + "            dryRun: [{metricName: .*}]\n",
              ERRORS + "            measurementRetention: [{metricName: .*, limit: 5}]\n"),
          changed(LintRule.NOT_TOLD_APART, "HashValue: Latest", "HashValue: Stable", null),
          changed(LintRule.WINDOW_TOO_LONG, "[30s]", "[5m]", "[1m]"),
          new Case(
              LintRule.WINDOW_TOO_LONG,
              with(SHARE, "sum(rate(requests{hash=\"{{args.hash}}\"}[2m]))"),
              with("[1m]", "[2m]")),
          changed(LintRule.TOO_FEW_MEASUREMENTS, "interval: 15s", "interval: 10m", "interval: 30s"),
          changed(
              LintRule.ANALYSIS_BEFORE_TRAFFIC,
              "  startingStep: 1",
              "  startingStep: 0",
              "  startingStep: 2"),
          changed(LintRule.WEIGHT_NOT_POSSIBLE, "setWeight: 25", "setWeight: 5", "setWeight: 24"),
          changed(LintRule.WEIGHT_NOT_POSSIBLE, "setWeight: 50", "setWeight: 28", "setWeight: 49"),
          changed(LintRule.WEIGHT_WITHOUT_REQUESTS, ">= 20", ">= 200", ">= 100"),
          changed(LintRule.ENDLESS_STEP, "{duration: 60s}", "{}", "{duration: 1m}"),
          new Case(LintRule.NO_ANALYSIS, with(BACKGROUND, "", STEP, ""), with(BACKGROUND, "")),
          changed(LintRule.NO_DEADLINE_ABORT, "Abort: true", "Abort: false", null),
          changed(
              LintRule.UNUSED_TEMPLATE, "{templateName: latency}", "{templateName: errors}", null),
          changed(
              LintRule.UNUSED_ARGUMENT,
              "[{name: hash}]",
              "[{name: hash}, {name: more, value: '1'}]",
              null),
          changed(
              LintRule.UNUSED_ARGUMENT,
              "args: [{name: pods, v",
              "args: [{name: floor, value: '1'}, {name: pods, v",
              null),
          changed(
              LintRule.UNUSED_WAIVER,
              "        - pause: {duration: 60s}",
              "        # lint: allow endless-step someone looks\n        - pause: {duration: 60s}",
              "        # lint: allow endless-step someone looks\n        - pause: {}"));

  private static Case changed(LintRule rule, String was, String bad, @Nullable String good) {
    return new Case(rule, with(was, bad), good == null ? with() : with(was, good));
  }

  @Test
  void findsNothingInGoodManifests() {
    assertThat(Example.check(with()).findings()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void findsWhatIsWrong(Case example) {
    assertThat(Example.rules(example.firing())).contains(example.rule());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void staysQuietWhereItIsRight(Case example) {
    assertThat(Example.rules(example.quiet())).doesNotContain(example.rule());
  }

  @Test
  void hasAnExampleOfEveryRule() {
    assertThat(CASES).extracting(Case::rule).contains(LintRule.values());
  }
}
