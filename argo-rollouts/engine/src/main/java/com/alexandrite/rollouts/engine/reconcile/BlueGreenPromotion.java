package com.alexandrite.rollouts.engine.reconcile;

import java.util.Optional;

/** Decides what needs no waiting, and when the wanted revision becomes the stable one. */
final class BlueGreenPromotion {

  private final Pass pass;
  private final Promotion promotion;

  BlueGreenPromotion(Pass pass) {
    this.pass = pass;
    this.promotion = new Promotion(pass);
  }

  /** Whether the switch waits for nothing but pods: first deploy, way back, promote full. */
  boolean fastTracked() {
    String active = BlueGreenServices.selected(pass.state, pass.blueGreen().activeService());
    return active == null
        || active.equals(pass.desiredHash())
        || pass.old().promoteFull()
        || promotion.fastRollback();
  }

  /**
   * Whether the active Service was switched to a revision that is not stable yet.
   *
   * @param judging a run that has begun goes on also while pods are missing
   */
  boolean switchedUnproven(boolean judging) {
    Revision desired = pass.desired();
    return desired != null
        && !desired.hash().equals(pass.old().stableRS())
        && desired.hash().equals(pass.old().blueGreen().activeSelector())
        && (judging || desired.saturates(pass.spec().replicas()));
  }

  /** Why the wanted revision becomes stable now; empty if it does not. */
  Optional<String> reason(BlueGreenAnalysis analysis) {
    String active = pass.status.blueGreen.activeSelector();
    if (pass.stable() == null || active.isEmpty()) {
      return Optional.of("Initial deploy");
    }
    if (!active.equals(pass.status.currentPodHash)) {
      return Optional.empty();
    }
    if (pass.old().promoteFull()) {
      return Optional.of("Full promotion requested");
    }
    if (promotion.fastRollback()) {
      return Optional.of(promotion.withinWindow() ? "Rollback within window" : "Fast rollback");
    }
    return pass.pauses.aborted() || !analysis.postPromotionDone()
        ? Optional.empty()
        : Optional.of("Completed blue-green update");
  }

  /** An older revision whose pods are still up from the time when it served. */
  static boolean stillUp(Pass pass, Revision desired) {
    return pass.spec().blueGreen() != null
        && desired.scaleDownDeadline() != null
        && desired.scaleDownDeadline().isAfter(pass.now());
  }
}
