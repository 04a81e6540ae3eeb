package com.alexandrite.rollouts.engine.reconcile;

/** How many pods the wanted revision of a blue-green rollout gets. */
final class PreviewSize {

  private final Pass pass;

  PreviewSize(Pass pass) {
    this.pass = pass;
  }

  /** previewReplicaCount while the revision is only looked at, spec.replicas from then on. */
  int of(Revision desired) {
    int replicas = pass.spec().replicas();
    Integer preview = pass.blueGreen().previewReplicaCount();
    if (preview == null || served(desired) || pass.old().promoteFull()) {
      return replicas;
    }
    boolean known = desired.hash().equals(pass.old().currentPodHash());
    boolean waiting = pass.spec().paused() || !pass.old().pauseConditions().isEmpty();
    boolean lookedAt = known && !waiting && pass.old().blueGreen().scaleUpPreviewCheckPoint();
    return lookedAt ? replicas : preview;
  }

  /** Whether all these pods are there and available. */
  boolean reached(Revision desired) {
    int size = of(desired);
    return desired.wanted() == size && desired.available() == size;
  }

  /** Whether the revision is the active or the stable one, or none is active. */
  private boolean served(Revision desired) {
    String active = pass.old().blueGreen().activeSelector();
    return active.equals(desired.hash())
        || desired.hash().equals(pass.old().stableRS())
        || pass.revision(active) == null;
  }
}
