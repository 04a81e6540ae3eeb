package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.reconcile.SpecFacts.Strategy;
import com.alexandrite.rollouts.engine.reconcile.StatusFacts.Condition;
import java.time.Instant;
import java.util.Optional;

/** The phase of a rollout and the reason for it, from its spec and status alone. */
public record PhaseCalculation(Phase phase, String message) {

  /** The first rule that applies decides. */
  public static PhaseCalculation of(RolloutSpec spec, RolloutStatus status) {
    PhaseCalculation argo = of(SpecFacts.of(spec), StatusFacts.of(status));
    return switch (argo.phase()) {
      case HEALTHY -> new PhaseCalculation(Phase.HEALTHY, SafeguardWords.watch(status));
      case PAUSED ->
          SafeguardWords.pause(status)
              .filter(_ -> !spec.paused())
              .map(why -> new PhaseCalculation(Phase.PAUSED, why))
              .orElse(argo);
      case PROGRESSING, DEGRADED -> argo;
    };
  }

  static PhaseCalculation of(SpecFacts spec, StatusFacts status) {
    return degraded(status)
        .or(() -> paused(spec, status))
        .or(() -> scaling(spec, status))
        .or(() -> promoting(spec.strategy(), status))
        .orElseGet(() -> new PhaseCalculation(Phase.HEALTHY, ""));
  }

  static PhaseCalculation progressing(String message) {
    return new PhaseCalculation(Phase.PROGRESSING, message);
  }

  private static Optional<PhaseCalculation> degraded(StatusFacts status) {
    for (Condition condition : status.conditions()) {
      if (condition.type().equals(Words.INVALID_SPEC)) {
        return Optional.of(degraded(Words.INVALID_SPEC, condition));
      }
      if (condition.reason().equals(Words.ROLLOUT_ABORTED)
          || condition.reason().equals(Words.PROGRESS_DEADLINE_EXCEEDED)) {
        return Optional.of(degraded(condition.reason(), condition));
      }
    }
    return Optional.empty();
  }

  private static PhaseCalculation degraded(String word, Condition condition) {
    return new PhaseCalculation(Phase.DEGRADED, word + ": " + condition.message());
  }

  private static Optional<PhaseCalculation> paused(SpecFacts spec, StatusFacts status) {
    if (spec.paused()) {
      return Optional.of(new PhaseCalculation(Phase.PAUSED, "manually paused"));
    }
    return status.pauses().stream()
        .findFirst()
        .map(reason -> new PhaseCalculation(Phase.PAUSED, reason));
  }

  private static Optional<PhaseCalculation> scaling(SpecFacts spec, StatusFacts status) {
    Instant restart = spec.restartAt();
    if (restart != null && !restart.equals(status.restartedAt())) {
      return waits("rollout is restarting");
    }
    if (status.pods().updated() < spec.replicas()) {
      return waits("more replicas need to be updated");
    }
    return status.pods().available() < status.pods().updated()
        ? waits("updated replicas are still becoming available")
        : Optional.empty();
  }

  private static Optional<PhaseCalculation> promoting(Strategy strategy, StatusFacts status) {
    return switch (strategy) {
      case Strategy.Canary(int steps, boolean routed) -> canary(routed, status);
      case Strategy.BlueGreen blueGreen -> blueGreen(blueGreen, status);
      case Strategy.Unknown unknown -> Optional.empty();
    };
  }

  /** Old pods get customers only where no router keeps them away. */
  private static Optional<PhaseCalculation> canary(boolean routed, StatusFacts status) {
    if (!routed && status.pods().old() > 0) {
      return waits("old replicas are pending termination");
    }
    return status.completed() ? Optional.empty() : waits("waiting for all steps to complete");
  }

  private static Optional<PhaseCalculation> blueGreen(
      Strategy.BlueGreen strategy, StatusFacts status) {
    String active = status.activeSelector();
    if (active.isEmpty() || !active.equals(status.current())) {
      return waits("active service cutover pending");
    }
    if (status.completed()) {
      return Optional.empty();
    }
    return strategy.postPromotionAnalysis() && !status.judged()
        ? waits("waiting for analysis to complete")
        : waits("waiting for post-promotion verification to complete");
  }

  private static Optional<PhaseCalculation> waits(String message) {
    return Optional.of(progressing(message));
  }
}
