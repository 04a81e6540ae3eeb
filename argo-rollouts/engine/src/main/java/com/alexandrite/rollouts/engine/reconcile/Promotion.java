package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import java.util.Optional;

/** Decides when the wanted revision becomes the stable one. */
final class Promotion {

  private final Pass pass;

  Promotion(Pass pass) {
    this.pass = pass;
  }

  /** Why the wanted revision becomes stable now; empty if it does not. */
  Optional<String> reason() {
    return reason(false);
  }

  /**
   * The same of a rollout with safeguards.
   *
   * @param waits whether a safeguard keeps it from going on by its steps
   */
  Optional<String> reason(boolean waits) {
    if (pass.stable() == null) {
      return Optional.of("Initial deploy");
    }
    if (pass.pauses.aborted() || !enoughPods()) {
      return Optional.empty();
    }
    if (pass.old().promoteFull()) {
      return Optional.of("Full promotion requested");
    }
    if (withinWindow()) {
      SafeguardStatus.Undo undo = PostPromotionGuard.undo(pass);
      return Optional.of(
          undo == null ? "Rollback within window" : "Undone after its promotion: " + undo.why());
    }
    if (backToStable()) {
      return Optional.of("Fast rollback");
    }
    Integer index = pass.cursor().index();
    int steps = pass.canary().steps().size();
    return !waits && (steps == 0 || (index != null && index == steps))
        ? Optional.of("Completed all " + steps + " canary steps")
        : Optional.empty();
  }

  private boolean enoughPods() {
    Revision desired = pass.desired();
    int replicas = pass.spec().replicas();
    return desired != null
        && (desired.available() >= replicas
            || ProgressThreshold.met(pass.canary().replicaProgressThreshold(), desired, replicas));
  }

  private boolean backToStable() {
    Revision desired = pass.desired();
    return desired != null && desired.hash().equals(pass.old().stableRS());
  }

  /** Whether the rollout goes back so that steps and analysis are skipped. */
  boolean fastRollback() {
    return pass.stable() != null && (withinWindow() || backToStable() || backToStillUp());
  }

  private boolean backToStillUp() {
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    return desired != null
        && stable != null
        && older(desired, stable)
        && BlueGreenPromotion.stillUp(pass, desired);
  }

  /**
   * Whether the wanted revision is older than stable, with fewer revisions between than the window
   * allows; or the guard wants it, whatever the window.
   */
  boolean withinWindow() {
    if (PostPromotionGuard.undo(pass) != null) {
      return true;
    }
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    Integer window = pass.spec().rollbackWindow();
    if (desired == null || stable == null || window == null) {
      return false;
    }
    return RollbackWindow.covers(
        window,
        desired.set().createdAt(),
        stable.set().createdAt(),
        pass.revisions().stream().map(revision -> revision.set().createdAt()).toList());
  }

  private static boolean older(Revision left, Revision right) {
    return left.set().createdAt().isBefore(right.set().createdAt());
  }

  /** The wanted revision is the stable one from now on. */
  void promote(String reason) {
    pass.pauses.clear();
    pass.pauses.removeAbort();
    StatusDraft status = pass.status;
    status.promoteFull = false;
    int steps = pass.canary().steps().size();
    status.currentStepIndex = steps == 0 ? null : (Integer) steps;
    RolloutStatus old = pass.old();
    if (!old.stableRS().equals(status.currentPodHash)) {
      status.stableRS = status.currentPodHash;
      status.safeguards = PostPromotionGuard.promoted(pass);
      pass.tell(
          Words.ROLLOUT_COMPLETED,
          "Rollout completed update to revision %d (%s): %s"
              .formatted(pass.state.rollout().revision(), status.currentPodHash, reason));
    }
  }
}
