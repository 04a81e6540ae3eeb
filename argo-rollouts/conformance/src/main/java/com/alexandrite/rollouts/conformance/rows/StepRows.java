package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.manifest.StepHash;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a rollout is among its steps, and what they say there. */
final class StepRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "currentSetWeight",
          (in, want) -> Map.of("weight", CanaryTrees.decisions(in).setWeight()),
          "beforeStartingStep",
          (in, want) -> Map.of("before", CanaryTrees.decisions(in).beforeStartingStep()),
          "currentStep",
          StepRows::currentStep,
          "stepHashEqual",
          (in, want) -> Map.of("equal", StepHash.of(in.get("a")).equals(StepHash.of(in.get("b")))),
          "pauseDurationSeconds",
          (in, want) -> pause(in),
          "maxTrafficWeight",
          (in, want) -> Map.of("max", fullWeight(Tree.map(in, "canary"))));

  private StepRows() {}

  private static Map<String, @Nullable Object> currentStep(
      Map<String, ? extends @Nullable Object> in, Map<String, @Nullable Object> want) {
    CanaryDecisions decisions = CanaryTrees.decisions(in);
    List<Map<String, @Nullable Object>> steps = steps(in);
    Integer index = decisions.stepIndex();
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("index", index);
    actual.put("resetIndexTo", steps.isEmpty() ? null : 0);
    actual.put("step", null);
    actual.put("experimentStep", false);
    if (index != null && decisions.atStep()) {
      String step = StepHash.json(steps.get(index));
      boolean same = step.equals(StepHash.json(Tree.map(want, "step")));
      actual.put("step", same ? want.get("step") : step);
      actual.put(
          "experimentStep",
          steps.subList(0, index + 1).stream().anyMatch(it -> it.get("experiment") != null));
    }
    return actual;
  }

  private static List<Map<String, @Nullable Object>> steps(
      Map<String, ? extends @Nullable Object> in) {
    var strategy = Tree.map(Tree.map(in, "spec"), "strategy");
    return Tree.maps(Tree.map(strategy, "canary"), "steps");
  }

  private static Map<String, @Nullable Object> pause(Map<String, ? extends @Nullable Object> in) {
    IntOrString duration = IntOrString.from(Tree.map(in, "pause").get("duration"));
    int seconds = duration == null ? 0 : PauseDuration.seconds(duration);
    return Map.of("seconds", seconds, "invalid", seconds < 0);
  }

  private static int fullWeight(Map<String, @Nullable Object> canary) {
    Integer written = Tree.numberOrNull(Tree.map(canary, "trafficRouting"), "maxTrafficWeight");
    return new TrafficRouting("", List.of(), "", List.of(), written).fullWeight();
  }
}
