package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;

/** What Argo requires of a Rollout beyond the types of its fields. */
final class RolloutRules {

  private static final String CANARY = "spec.strategy.canary";

  private final RolloutSpec spec;
  private final CanaryStrategy canary;
  private final Fields.Problems problems;

  private RolloutRules(RolloutSpec spec, Fields.Problems problems) {
    this.spec = spec;
    this.canary = spec.canary();
    this.problems = problems;
  }

  static void check(Rollout rollout, Fields.Problems problems) {
    RolloutRules rules = new RolloutRules(rollout.spec(), problems);
    rules.numbers();
    rules.services();
    rules.limits();
    rules.delays();
    for (int i = 0; i < rules.canary.steps().size(); i++) {
      rules.step(rules.canary.steps().get(i), CANARY + ".steps[" + i + "]");
    }
  }

  private void numbers() {
    notNegative("spec.replicas", spec.replicas());
    notNegative("spec.minReadySeconds", spec.minReadySeconds());
    notNegative("spec.revisionHistoryLimit", spec.revisionHistoryLimit());
    if (spec.progressDeadlineSeconds() <= spec.minReadySeconds()) {
      problems.add("spec.progressDeadlineSeconds", "must be above minReadySeconds", "Raise it");
    }
  }

  private void notNegative(String path, int value) {
    if (value < 0) {
      problems.add(path, "must not be negative", "Write 0 or more");
    }
  }

  private void services() {
    String canaryService = canary.canaryService();
    if (!canaryService.isEmpty() && canaryService.equals(canary.stableService())) {
      problems.add(CANARY + ".stableService", "must differ from canaryService", "Use two Services");
    }
    if (canary.trafficRouting() != null
        && (canaryService.isEmpty() || canary.stableService().isEmpty())) {
      problems.add(
          CANARY + (canaryService.isEmpty() ? ".canaryService" : ".stableService"),
          "is missing",
          "The router needs both Services");
    }
  }

  private void limits() {
    boolean none = zero(canary.maxSurge()) && zero(canary.maxUnavailable());
    if (none) {
      problems.add(
          CANARY + ".maxSurge", "and maxUnavailable must not both be 0", "Raise one of them");
    }
  }

  private static boolean zero(IntOrString value) {
    return value.text().replace("%", "").equals("0");
  }

  private void delays() {
    if (canary.scaleDownDelaySeconds() == null) {
      return;
    }
    if (canary.trafficRouting() == null) {
      problems.add(CANARY + ".scaleDownDelaySeconds", "needs trafficRouting", "Remove it");
    } else if (canary.dynamicStableScale()) {
      problems.add(
          CANARY + ".scaleDownDelaySeconds", "contradicts dynamicStableScale", "Remove one");
    }
  }

  private void step(CanaryStep step, String path) {
    switch (step) {
      case SetWeight(int weight) -> {
        if (weight < 0 || weight > 100) {
          problems.add(path + ".setWeight", "must be from 0 to 100", "Write a percentage");
        }
      }
      case Pause(IntOrString duration) -> {
        if (duration != null && PauseDuration.seconds(duration) < 0) {
          problems.add(
              path + ".pause.duration", "is no duration", "Write seconds, or like 90s, 5m, 1h");
        }
      }
      case SetCanaryScale scale -> {
        if (canary.trafficRouting() == null) {
          problems.add(path + ".setCanaryScale", "needs trafficRouting", "Remove it");
        }
      }
      case CanaryStep.Analysis analysis -> {
        if (analysis.analysis().templates().isEmpty()) {
          problems.add(path + ".analysis.templates", "is missing", "Name a template");
        }
      }
      case CanaryStep.SetHeaderRoute route -> managed(route.name(), path + ".setHeaderRoute");
      case CanaryStep.SetMirrorRoute route -> managed(route.name(), path + ".setMirrorRoute");
    }
  }

  private void managed(String name, String path) {
    var routing = canary.trafficRouting();
    if (routing == null || !routing.managedRoutes().contains(name)) {
      problems.add(path + ".name", "is not in managedRoutes", "Add it there");
    }
  }
}
