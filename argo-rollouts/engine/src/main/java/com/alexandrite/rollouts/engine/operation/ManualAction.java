package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;

/** Whether a pause lasts until a person does something; {@link PossibleActions} asks. */
public final class ManualAction {

  private ManualAction() {}

  /**
   * Of a pause of a Rollout as the API gives it.
   *
   * @param reason of the pause condition
   */
  public static boolean required(String reason, Map<String, Object> rollout) {
    Map<String, Object> strategy = Data.map(Data.map(rollout.get("spec")).get("strategy"));
    return switch (reason) {
      case "InconclusiveAnalysisRun", "InconclusiveExperiment" -> true;
      case "CanaryPauseStep" -> endless(Data.map(strategy.get("canary")), rollout);
      case "BlueGreenPause" ->
          Boolean.FALSE.equals(Data.map(strategy.get("blueGreen")).get("autoPromotionEnabled"));
      default -> false;
    };
  }

  private static boolean endless(Map<String, Object> canary, Map<String, Object> rollout) {
    List<Object> steps = Data.list(canary.get("steps"));
    int index = Data.integer(Data.map(rollout.get("status")).get("currentStepIndex"), 0);
    return index < steps.size()
        && Data.map(steps.get(index)).get("pause") instanceof Map<?, ?> pause
        && pause.get("duration") == null;
  }
}
