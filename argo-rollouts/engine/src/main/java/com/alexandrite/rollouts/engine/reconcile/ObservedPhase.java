package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phase of a Rollout as whoever looks from outside has to tell it: not the stored one while the
 * controller has not yet seen the last change.
 */
public final class ObservedPhase {

  private static final String WORKLOAD_GENERATION = "rollout.argoproj.io/workload-generation";

  private ObservedPhase() {}

  /** Of a Rollout as the API gives it. */
  public static PhaseCalculation of(Map<String, Object> rollout) {
    return of(rollout, false);
  }

  /**
   * The same.
   *
   * @param templateFromWorkload whether the pod template was copied from the workload that the spec
   *     refers to
   */
  static PhaseCalculation of(Map<String, Object> rollout, boolean templateFromWorkload) {
    Map<String, Object> metadata = Data.map(rollout.get("metadata"));
    Map<String, Object> status = Data.map(rollout.get("status"));
    if (!generationObserved(metadata, status)) {
      return PhaseCalculation.progressing("waiting for rollout spec update to be observed");
    }
    if (unpausing(status)) {
      return PhaseCalculation.progressing("waiting for rollout to unpause");
    }
    if (templateFromWorkload && !workloadObserved(metadata, status)) {
      return PhaseCalculation.progressing(
          "waiting for rollout spec update to be observed for the reference workload");
    }
    return stored(status)
        .orElseGet(() ->
            PhaseCalculation.of(
                SpecFacts.of(Data.map(rollout.get("spec"))), StatusFacts.of(status)));
  }

  private static Optional<PhaseCalculation> stored(Map<String, Object> status) {
    String phase = Data.text(status.get("phase"));
    return Stream.of(Phase.values())
        .filter(it -> it.text().equals(phase))
        .findFirst()
        .map(it -> new PhaseCalculation(it, Data.text(status.get("message"))));
  }

  /** What is no number is an old controller's hash: it can't be compared. */
  private static boolean generationObserved(
      Map<String, Object> metadata, Map<String, Object> status) {
    long generation = Data.integer(metadata.get("generation"), 0);
    return number(status.get("observedGeneration")).orElse(generation) >= generation;
  }

  /** Somebody cleared the pauses, and the controller has not yet gone on. */
  private static boolean unpausing(Map<String, Object> status) {
    return Data.flag(status.get("controllerPause"))
        && Data.list(status.get("pauseConditions")).isEmpty();
  }

  private static boolean workloadObserved(
      Map<String, Object> metadata, Map<String, Object> status) {
    Optional<Long> wanted = number(Data.map(metadata.get("annotations")).get(WORKLOAD_GENERATION));
    Optional<Long> seen = number(status.get("workloadObservedGeneration"));
    return wanted.isEmpty() || seen.isEmpty() || wanted.equals(seen);
  }

  private static Optional<Long> number(@Nullable Object value) {
    String text = Data.text(value);
    return text.matches("[-+]?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
