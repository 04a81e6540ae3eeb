package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.Analysis;
import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetHeaderRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetMirrorRoute;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStep.Several;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import java.util.stream.Collectors;

/** A step in one line, as events and pages show it. */
public final class StepText {

  private StepText() {}

  public static String of(CanaryStep step) {
    return switch (step) {
      case SetWeight(int weight) -> "setWeight: " + weight;
      case Pause(var duration) -> duration == null ? "pause" : "pause: " + duration.text();
      case Analysis analysis -> "analysis";
      case SetCanaryScale scale -> scale(scale);
      case SetHeaderRoute route -> "setHeaderRoute: " + route.name();
      case SetMirrorRoute route -> "setMirrorRoute: " + route.name();
      case CanaryStep.Experiment(RolloutExperiment wanted) -> experiment(wanted);
      case Several(var parts) ->
          parts.isEmpty()
              ? "nothing"
              : parts.stream().map(StepText::of).collect(Collectors.joining(", "));
    };
  }

  private static String experiment(RolloutExperiment experiment) {
    return experiment.duration().isEmpty() ? "experiment" : "experiment: " + experiment.duration();
  }

  private static String scale(SetCanaryScale scale) {
    if (scale.weight() != null) {
      return "setCanaryScale{weight: " + scale.weight() + "}";
    }
    if (scale.matchTrafficWeight()) {
      return "setCanaryScale{matchTrafficWeight: true}";
    }
    return "setCanaryScale{replicas: " + scale.replicas() + "}";
  }
}
