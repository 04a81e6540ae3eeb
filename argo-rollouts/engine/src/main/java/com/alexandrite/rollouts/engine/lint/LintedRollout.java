package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.Rollout;
import java.util.List;
import java.util.stream.IntStream;

/** A Rollout and where it stands. */
record LintedRollout(ManifestDocument document, Rollout rollout) {

  static final String CANARY = "spec.strategy.canary";
  static final String BLUE_GREEN = "spec.strategy.blueGreen";

  String name() {
    return rollout.name();
  }

  boolean isBlueGreen() {
    return rollout.spec().blueGreen() != null;
  }

  /** Whether a router splits the traffic, whichever; otherwise the number of pods does. */
  boolean routed() {
    Object strategy = Data.map(document.data().get("spec")).get("strategy");
    return Data.map(Data.map(strategy).get("canary")).containsKey("trafficRouting");
  }

  List<CanaryStep> steps() {
    return rollout.spec().canary().steps();
  }

  static String step(int index) {
    return CANARY + ".steps[" + index + "]";
  }

  /**
   * The step from which on requests reach the new version; the number of steps if there is none.
   */
  int firstTraffic() {
    return IntStream.range(0, steps().size())
        .filter(i -> bringsTraffic(steps().get(i)))
        .findFirst()
        .orElse(steps().size());
  }

  private static boolean bringsTraffic(CanaryStep step) {
    CanaryStep.SetWeight weight = step.part(CanaryStep.SetWeight.class);
    return (weight != null && weight.weight() > 0)
        || step.part(CanaryStep.SetHeaderRoute.class) != null
        || step.part(CanaryStep.SetMirrorRoute.class) != null;
  }
}
