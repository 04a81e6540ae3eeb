package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;

/**
 * When a router whose answers cost something, such as a cloud's load balancer, is asked whether the
 * weight is in effect. Recorded decisions are compared with it; {@link RolloutController} asks at
 * each pass instead, as the routers here answer from this machine, and being asked is how they find
 * and mend what drifted, for example while HAProxy was restarted.
 */
final class WeightVerification {

  private static final int FULL_WEIGHT = 100;

  private WeightVerification() {}

  /** At a setWeight step, and with all traffic on the canary behind the last step. */
  static boolean due(Map<String, Object> rollout, int desiredWeight) {
    StatusFacts status = StatusFacts.of(Data.map(rollout.get("status")));
    Map<String, Object> strategy = Data.map(Data.map(rollout.get("spec")).get("strategy"));
    Map<String, Object> canary = Data.map(strategy.get("canary"));
    List<Object> steps = Data.list(canary.get("steps"));
    Integer index = status.stepIndex();
    int at = index == null ? 0 : index;
    boolean setsWeight = at < steps.size() && Data.map(steps.get(at)).get("setWeight") != null;
    int full =
        Data.integer(Data.map(canary.get("trafficRouting")).get("maxTrafficWeight"), FULL_WEIGHT);
    return !status.stable().isEmpty()
        && !status.completed()
        && (setsWeight || (at >= steps.size() && desiredWeight == full));
  }
}
