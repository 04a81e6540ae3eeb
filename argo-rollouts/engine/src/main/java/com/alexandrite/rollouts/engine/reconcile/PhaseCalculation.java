package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import java.time.Instant;
import java.util.Optional;

/** The phase of a rollout and the reason for it, from its spec and status alone. */
public record PhaseCalculation(Phase phase, String message) {

  /** The first rule that applies decides. */
  public static PhaseCalculation of(RolloutSpec spec, RolloutStatus status) {
    return degraded(status)
        .or(() -> paused(spec, status))
        .or(() -> progressing(spec, status))
        .orElseGet(() -> new PhaseCalculation(Phase.HEALTHY, SafeguardWords.watch(status)));
  }

  private static Optional<PhaseCalculation> degraded(RolloutStatus status) {
    for (RolloutCondition condition : status.conditions()) {
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

  private static PhaseCalculation degraded(String word, RolloutCondition condition) {
    return new PhaseCalculation(Phase.DEGRADED, word + ": " + condition.message());
  }

  private static Optional<PhaseCalculation> paused(RolloutSpec spec, RolloutStatus status) {
    if (spec.paused()) {
      return Optional.of(new PhaseCalculation(Phase.PAUSED, "manually paused"));
    }
    return SafeguardWords.pause(status)
        .or(() -> status.pauseConditions().stream().findFirst().map(PauseCondition::reason))
        .map(reason -> new PhaseCalculation(Phase.PAUSED, reason));
  }

  private static Optional<PhaseCalculation> progressing(RolloutSpec spec, RolloutStatus status) {
    if (restarting(spec, status)) {
      return progressing("rollout is restarting");
    }
    if (status.updatedReplicas() < spec.replicas()) {
      return progressing("more replicas need to be updated");
    }
    if (status.availableReplicas() < status.updatedReplicas()) {
      return progressing("updated replicas are still becoming available");
    }
    BlueGreenStrategy blueGreen = spec.blueGreen();
    if (blueGreen != null) {
      return BlueGreenProgress.waitingFor(blueGreen, status).flatMap(PhaseCalculation::progressing);
    }
    if (spec.canary().trafficRouting() == null && status.replicas() > status.updatedReplicas()) {
      return progressing("old replicas are pending termination");
    }
    if (status.stableRS().isEmpty() || !status.stableRS().equals(status.currentPodHash())) {
      return progressing("waiting for all steps to complete");
    }
    return Optional.empty();
  }

  private static boolean restarting(RolloutSpec spec, RolloutStatus status) {
    Instant wanted = spec.restartAt();
    return wanted != null && !wanted.equals(status.restartedAt());
  }

  private static Optional<PhaseCalculation> progressing(String message) {
    return Optional.of(new PhaseCalculation(Phase.PROGRESSING, message));
  }
}
