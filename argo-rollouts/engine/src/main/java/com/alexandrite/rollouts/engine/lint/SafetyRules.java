package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import java.util.List;

/** Ways out: what takes a bad version back, and what ends a step. */
final class SafetyRules {

  private final LintedRollout rollout;
  private final Findings findings;

  private SafetyRules(LintedRollout rollout, Findings findings) {
    this.rollout = rollout;
    this.findings = findings;
  }

  static void check(LintedRollout rollout, List<Use> uses, Findings findings) {
    SafetyRules rules = new SafetyRules(rollout, findings);
    rules.judged();
    rules.deadline();
    for (int i = 0; i < rollout.steps().size(); i++) {
      rules.pause(i);
      rules.experiment(i);
    }
    uses.forEach(rules::early);
  }

  private void judged() {
    if (!Asked.by(rollout, List.of()).isEmpty()) {
      return;
    }
    BlueGreenStrategy blueGreen = rollout.rollout().spec().blueGreen();
    boolean byPerson = blueGreen != null && !blueGreen.autoPromotionEnabled();
    if (!byPerson) {
      findings.add(
          rollout.document(),
          "spec.strategy",
          LintRule.NO_ANALYSIS,
          "Nothing judges the new version of "
              + rollout.name()
              + ": only a person can take it back.",
          "Add an analysis beside the steps or among them.");
    }
  }

  private void deadline() {
    if (!rollout.rollout().spec().progressDeadlineAbort()) {
      findings.add(
          rollout.document(),
          "spec",
          LintRule.NO_DEADLINE_ABORT,
          "When pods of a new version of %s don't start, it stays half released after %d s."
              .formatted(rollout.name(), rollout.rollout().spec().progressDeadlineSeconds()),
          "Write progressDeadlineAbort: true.");
    }
  }

  private void pause(int index) {
    CanaryStep.Pause pause = rollout.steps().get(index).part(CanaryStep.Pause.class);
    if (pause != null && pause.duration() == null) {
      findings.add(
          rollout.document(),
          LintedRollout.step(index),
          LintRule.ENDLESS_STEP,
          "Step %d waits until somebody promotes.".formatted(index),
          "Give the pause a duration, or say who is waited for: # lint: allow endless-step …");
    }
  }

  private void experiment(int index) {
    CanaryStep.Experiment step = rollout.steps().get(index).part(CanaryStep.Experiment.class);
    RolloutExperiment experiment = step == null ? null : step.experiment();
    if (experiment != null
        && experiment.duration().isEmpty()
        && experiment.analyses().stream()
            .noneMatch(RolloutExperiment.Analysis::requiredForCompletion)) {
      findings.add(
          rollout.document(),
          LintedRollout.step(index),
          LintRule.ENDLESS_STEP,
          "The experiment of step %d has neither a duration nor an analysis that ends it."
              .formatted(index),
          "Write a duration, or requiredForCompletion: true at an analysis.");
    }
  }

  /** An analysis of a version that nobody reaches yet measures nothing, or the old one. */
  private void early(Use use) {
    boolean among = use.kind() == Kind.BACKGROUND || use.kind() == Kind.STEP;
    int traffic = rollout.firstTraffic();
    if (!among || traffic == rollout.steps().size() || use.step() > traffic) {
      return;
    }
    boolean atOnce =
        use.metrics().stream().anyMatch(it -> it.query().isPresent() && it.initialDelay().isZero());
    if (atOnce) {
      findings.add(
          rollout.document(),
          use.path(),
          LintRule.ANALYSIS_BEFORE_TRAFFIC,
          "The analysis begins before requests reach the new version, which is only behind step %d."
              .formatted(traffic),
          use.kind() == Kind.BACKGROUND
              ? "Write startingStep: %d, or an initialDelay.".formatted(traffic + 1)
              : "Move it behind that step.");
    }
  }
}
