package com.alexandrite.rollouts.engine.reconcile;

/**
 * The blue-green strategy from top to bottom: the preview is shown first, then everything is
 * scaled, and only when the preview is whole, waited for and judged, the active Service switches.
 */
final class BlueGreenUpdate {

  private final Pass pass;
  private final StatusWriting writing;
  private final BlueGreenAnalysis analysis;
  private final BlueGreenPausing pausing;
  private final BlueGreenServices services;
  private final BlueGreenStatusWriting status;

  BlueGreenUpdate(Pass pass, StatusWriting writing, AnalysisRunFactory analysisRuns) {
    this.pass = pass;
    this.writing = writing;
    this.analysis = new BlueGreenAnalysis(pass, analysisRuns);
    this.pausing = new BlueGreenPausing(pass, analysis);
    this.services = new BlueGreenServices(pass, pausing, analysis);
    this.status = new BlueGreenStatusWriting(pass, writing, pausing, analysis);
  }

  ReconcileResult reconcile(RevisionKeeping revisions) {
    services.showPreview();
    if (StatusWriting.revisionChanged(pass)) {
      return status.beginUpdate();
    }
    // No canary's share depends on the pods that are missing now: the pass goes on.
    new PodRestart(pass).restart();
    new BlueGreenScaling(pass).scale();
    revisions.forgetBeyondLimit();
    pausing.pause();
    services.switchActive();
    if (!analysis.reconcile()) {
      pass.retry();
      return writing.finish();
    }
    return status.write();
  }
}
