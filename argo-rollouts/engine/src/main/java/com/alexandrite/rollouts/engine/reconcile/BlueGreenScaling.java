package com.alexandrite.rollouts.engine.reconcile;

/**
 * Gives every revision of a blue-green rollout its number of pods. Nothing halts it: the revision
 * that serves is always whole, also while the rollout is paused.
 */
final class BlueGreenScaling {

  private final Pass pass;
  private final Scaling scaling;

  BlueGreenScaling(Pass pass) {
    this.pass = pass;
    this.scaling = new Scaling(pass);
  }

  void scale() {
    scaling.keepNeeded();
    scaleStable();
    scaleDesired();
    new BlueGreenOldRevisions(pass, scaling).scale();
  }

  private void scaleStable() {
    Revision stable = pass.stable();
    if (stable != null) {
      scaling.scaleTo(stable, pass.spec().replicas());
    }
  }

  private void scaleDesired() {
    Revision desired = pass.desired();
    if (desired == null
        || desired.hash().equals(pass.old().stableRS())
        || abortedButServing(desired)) {
      return;
    }
    scaling
        .afterAbort(desired, new PreviewSize(pass).of(desired))
        .ifPresent(count -> scaling.scaleTo(desired, count));
  }

  /** Held before the way back was gone: customers are still on it, so it stays as it is. */
  private boolean abortedButServing(Revision desired) {
    return pass.old().abort()
        && pass.spec().paused()
        && desired
            .hash()
            .equals(BlueGreenServices.selected(pass.state, pass.blueGreen().activeService()));
  }
}
