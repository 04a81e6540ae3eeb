package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.reconcile.PhaseCalculation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that recordings have for the message of a phase. */
final class PhaseWords {

  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("", "none"),
          Map.entry("manually paused", "manuallyPaused"),
          Map.entry("rollout is restarting", "restarting"),
          Map.entry("more replicas need to be updated", "moreReplicasToUpdate"),
          Map.entry("updated replicas are still becoming available", "updatedBecomingAvailable"),
          Map.entry("old replicas are pending termination", "oldReplicasPendingTermination"),
          Map.entry("waiting for all steps to complete", "waitingForSteps"),
          Map.entry("active service cutover pending", "activeServiceCutoverPending"),
          Map.entry("waiting for rollout to unpause", "unpausing"),
          Map.entry("waiting for rollout spec update to be observed", "specUpdateNotObserved"),
          Map.entry(
              "waiting for post-promotion verification to complete",
              "waitingForPostPromotionVerification"));

  /** Messages whose word no recording at hand shows: it is whatever is none of the others. */
  private static final Map<String, String> UNNAMED =
      Map.of(
          "waiting for analysis to complete",
          "waitingForAnalysis",
          "waiting for rollout spec update to be observed for the reference workload",
          "workloadUpdateNotObserved");

  private static final Pattern CONDITION =
      Pattern.compile(
          "(InvalidSpec|RolloutAborted|ProgressDeadlineExceeded): (.*)", Pattern.DOTALL);

  private PhaseWords() {}

  static Map<String, Object> of(PhaseCalculation phase, Map<String, Object> want) {
    String recorded = Data.text(Data.map(want.get("message")).get("class"));
    return Map.of("phase", phase.phase().text(), "message", message(phase.message(), recorded));
  }

  private static Map<String, Object> message(String message, String recorded) {
    String known = CLASSES.get(message);
    if (known != null && !recorded.equals("verbatim")) {
      return Map.of("class", known);
    }
    String unnamed = UNNAMED.get(message);
    if (unnamed != null && !recorded.equals("verbatim")) {
      return Map.of("class", CLASSES.containsValue(recorded) ? unnamed : recorded);
    }
    Matcher condition = CONDITION.matcher(message);
    Map<String, Object> said = new LinkedHashMap<>();
    if (condition.matches()) {
      said.put("class", "condition");
      said.put("reason", condition.group(1));
      said.put("text", condition.group(2));
    } else {
      said.put("class", "verbatim");
      said.put("text", message);
    }
    return said;
  }
}
