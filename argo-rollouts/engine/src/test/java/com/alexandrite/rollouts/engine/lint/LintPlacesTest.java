package com.alexandrite.rollouts.engine.lint;

import static com.alexandrite.rollouts.engine.lint.Example.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.alexandrite.rollouts.engine.lint.LintReport.Waived;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Where something is found, how it is said, and how it is allowed. */
class LintPlacesTest {

  private static final String WAIT = "        - pause: {duration: 60s}";

  @Test
  void saysFileLineRuleProblemAndAdvice() {
    assertThat(Example.check(with("<= 0.05", "<= 5")).findings())
        .hasToString(
            "[demo.yaml:10: error unreachable-threshold: The successCondition of error-rate always"
                + " holds for a query whose values lie between 0 and 1: the metric can never fail."
                + " Compare with a number that the query can pass on both sides.]");
  }

  @Test
  void tellsWhichShareThePodsGive() {
    assertThat(Example.check(with("setWeight: 25", "setWeight: 5")).findings())
        .extracting(Finding::line, Finding::problem)
        .containsExactly(
            tuple(46, "With 4 replicas and no router setWeight 5 gives 1 of 5 pods, 20 %."));
  }

  @Test
  void allowsWhatACommentGivesAReasonFor() {
    String above =
        "        # lint: allow endless-step the shift leader looks at it\n        - pause: {}";
    String behind = "        - pause: {} # lint: allow endless-step the shift leader looks at it";
    for (String waived : List.of(above, behind)) {
      LintReport report = Example.check(with(WAIT, waived));
      assertThat(report.findings()).isEmpty();
      assertThat(report.waived())
          .extracting(Waived::reason)
          .containsExactly("the shift leader looks at it");
    }
  }

  @Test
  void aWarningPassesAndAnErrorDoesNot() {
    assertThat(Example.check(with(WAIT, "        - pause: {}")).passed()).isTrue();
    assertThat(Example.check(with("templateName: errors", "templateName: x")).passed()).isFalse();
  }

  @Test
  void takesTheTemplateOfTheNearestFolder() {
    String[] parts = with().split("---\n", -1);
    LintReport report =
        Lint.check(
            List.of(
                new ManifestFile("a/templates.yaml", parts[0] + "---\n" + parts[1]),
                new ManifestFile("b/templates.yaml", parts[0].replace("<= 0.05", "<= 5")),
                new ManifestFile("a/rollout.yaml", parts[2])),
            OptionalDouble.empty());
    assertThat(report.findings())
        .extracting(Finding::file, Finding::rule)
        .contains(tuple("b/templates.yaml", LintRule.UNUSED_TEMPLATE));
    assertThat(report.findings()).noneMatch(it -> it.file().startsWith("a/"));
  }

  @Test
  void readsTemplatesWithoutTheirRollout() {
    String template = with().split("---\n", -1)[0];
    assertThat(Example.rules(template)).isEmpty();
    assertThat(Example.rules(template.replace("<= 0.05", "<= {{args.hash}}"))).isEmpty();
    assertThat(Example.rules(template.replace("<= 0.05", "<= 5")))
        .containsExactly(LintRule.UNREACHABLE_THRESHOLD);
  }

  /** What only a Rollout brings about is not looked for without it. */
  @Test
  void keepsWaiversOfTemplatesWithoutTheirRollout() {
    String good = "          query: |\n";
    String waived = "          # lint: allow not-told-apart both are meant\n" + good;
    String both =
        with(
            good,
            waived,
            "hash, valueFrom: {podTemplateHashValue: Latest",
            "hash, valueFrom: {podTemplateHashValue: Stable");
    String stale = with(good, waived);
    assertThat(Example.rules(both)).isEmpty();
    assertThat(Example.rules(both.split("---\n", -1)[0])).isEmpty();
    assertThat(Example.rules(stale)).containsExactly(LintRule.UNUSED_WAIVER);
  }
}
