package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.util.ArrayList;
import java.util.List;

/** Checks what a Rollout says, one rule at a time. */
public final class RolloutRules {

  private static final String CANARY = "spec.strategy.canary";

  private final RolloutSpec spec;
  private final CanaryStrategy canary;
  private final List<Problem> problems = new ArrayList<>();

  private RolloutRules(RolloutSpec spec) {
    this.spec = spec;
    this.canary = spec.canary();
  }

  /** Everything that is wrong, in the order of the fields; empty if nothing is. */
  public static List<Problem> check(RolloutSpec spec) {
    RolloutRules rules = new RolloutRules(spec);
    rules.numbers();
    rules.services();
    rules.limits();
    rules.delays();
    for (int i = 0; i < rules.canary.steps().size(); i++) {
      rules.step(rules.canary.steps().get(i), CANARY + ".steps[" + i + "]");
    }
    return List.copyOf(rules.problems);
  }

  private void refuse(String path, String problem, String advice) {
    problems.add(new Problem(path, problem, advice));
  }

  private void numbers() {
    notNegative("spec.replicas", spec.replicas());
    notNegative("spec.minReadySeconds", spec.minReadySeconds());
    notNegative("spec.revisionHistoryLimit", spec.revisionHistoryLimit());
    if (spec.progressDeadlineSeconds() <= spec.minReadySeconds()) {
      refuse("spec.progressDeadlineSeconds", "must be above minReadySeconds", "Raise it");
    }
  }

  private void notNegative(String path, int value) {
    if (value < 0) {
      refuse(path, "must not be negative", "Write 0 or more");
    }
  }

  private void services() {
    String canaryService = canary.canaryService();
    if (!canaryService.isEmpty() && canaryService.equals(canary.stableService())) {
      refuse(CANARY + ".stableService", "must differ from canaryService", "Use two Services");
    }
    if (canary.trafficRouting() != null
        && (canaryService.isEmpty() || canary.stableService().isEmpty())) {
      refuse(
          CANARY + (canaryService.isEmpty() ? ".canaryService" : ".stableService"),
          "is missing",
          "The router needs both Services");
    }
  }

  private void limits() {
    boolean none = zero(canary.maxSurge()) && zero(canary.maxUnavailable());
    if (none) {
      refuse(CANARY + ".maxSurge", "and maxUnavailable must not both be 0", "Raise one of them");
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
      refuse(CANARY + ".scaleDownDelaySeconds", "needs trafficRouting", "Remove it");
    } else if (canary.dynamicStableScale()) {
      refuse(CANARY + ".scaleDownDelaySeconds", "contradicts dynamicStableScale", "Remove one");
    }
  }

  private void step(CanaryStep step, String path) {
    switch (step) {
      case SetWeight(int weight) -> {
        int full = canary.fullWeight();
        if (weight < 0 || weight > full) {
          refuse(path + ".setWeight", "must be from 0 to " + full, "Write a share of " + full);
        }
      }
      case Pause(IntOrString duration) -> {
        if (duration != null && PauseDuration.seconds(duration) < 0) {
          refuse(path + ".pause.duration", "is no duration", "Write seconds, or like 90s, 5m, 1h");
        }
      }
      case SetCanaryScale scale -> {
        if (canary.trafficRouting() == null) {
          refuse(path + ".setCanaryScale", "needs trafficRouting", "Remove it");
        }
      }
      case CanaryStep.Analysis analysis -> {
        if (analysis.analysis().templates().isEmpty()) {
          refuse(path + ".analysis.templates", "is missing", "Name a template");
        }
      }
      case CanaryStep.SetHeaderRoute route -> managed(route.name(), path + ".setHeaderRoute");
      case CanaryStep.SetMirrorRoute route -> managed(route.name(), path + ".setMirrorRoute");
      case CanaryStep.Several several -> {
        if (several.parts().isEmpty()) {
          refuse(path, "says nothing", "Write setWeight, pause, analysis or setCanaryScale");
        }
        several.parts().forEach(part -> step(part, path));
      }
    }
  }

  private void managed(String name, String path) {
    var routing = canary.trafficRouting();
    if (routing == null || !routing.managedRoutes().contains(name)) {
      refuse(path + ".name", "is not in managedRoutes", "Add it there");
    }
  }
}
