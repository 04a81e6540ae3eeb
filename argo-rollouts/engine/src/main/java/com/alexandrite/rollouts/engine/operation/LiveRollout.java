package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what operations have to know of a Rollout, as the API gives it. */
record LiveRollout(Map<String, Object> tree) {

  Map<String, Object> spec() {
    return Data.map(tree.get("spec"));
  }

  Map<String, Object> status() {
    return Data.map(tree.get("status"));
  }

  boolean paused() {
    return Data.flag(spec().get("paused"));
  }

  boolean canary() {
    return strategy().get("canary") != null;
  }

  boolean blueGreen() {
    return strategy().get("blueGreen") != null;
  }

  private Map<String, Object> strategy() {
    return Data.map(spec().get("strategy"));
  }

  int steps() {
    return Data.list(Data.map(strategy().get("canary")).get("steps")).size();
  }

  /** The step after the current one, never beyond the last; null without steps. */
  @Nullable Integer nextStepIndex() {
    int steps = steps();
    int index = Data.integer(status().get("currentStepIndex"), 0);
    return steps == 0 ? null : (Integer) (index < steps ? index + 1 : index);
  }

  boolean hasPauseConditions() {
    return !Data.list(status().get("pauseConditions")).isEmpty();
  }

  boolean controllerPause() {
    return Data.flag(status().get("controllerPause"));
  }

  boolean fullyPromoted() {
    return Data.text(status().get("stableRS")).equals(Data.text(status().get("currentPodHash")));
  }

  /** Whether the update was aborted, or is about to be. */
  boolean aborted() {
    return Data.flag(status().get("abort")) || status().get("abortedAt") != null;
  }

  /** Whether some revision serves, or has served. */
  boolean served() {
    return !Data.text(status().get("stableRS")).isEmpty();
  }

  /** Whether a promoted revision is being watched, which is beyond Argo. */
  boolean watched() {
    return Data.map(status().get("safeguards")).get("bake") != null;
  }

  Stream<String> pauseReasons() {
    return Data.list(status().get("pauseConditions")).stream()
        .map(pause -> Data.text(Data.map(pause).get("reason")));
  }

  /** Whether the canary's step analysis has ended without a verdict. */
  boolean inconclusive() {
    Map<String, Object> canary = Data.map(status().get("canary"));
    Map<String, Object> run = Data.map(canary.get("currentStepAnalysisRunStatus"));
    return canary() && Data.text(run.get("status")).equals("Inconclusive");
  }
}
