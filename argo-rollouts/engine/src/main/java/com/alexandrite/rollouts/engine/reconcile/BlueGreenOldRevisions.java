package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lets revisions go that nothing selects any more, each after its delay. */
final class BlueGreenOldRevisions {

  private final Pass pass;
  private final Scaling scaling;
  private final ScaleDownDelays delays;
  private int delayed;

  BlueGreenOldRevisions(Pass pass, Scaling scaling) {
    this.pass = pass;
    this.scaling = scaling;
    this.delays = ScaleDownDelays.of(pass.spec());
  }

  void scale() {
    if (pass.inconclusivePause() || awaitingPostPromotion()) {
      return;
    }
    List<Revision> youngestFirst =
        pass.others().stream()
            .filter(revision -> revision.wanted() > 0 && !referenced(revision.hash()))
            .sorted(Comparator.comparingInt((Revision it) -> it.set().revision()).reversed())
            .toList();
    for (Revision revision : youngestFirst) {
      int count = remaining(revision);
      if (count != revision.wanted()) {
        scaling.scaleTo(revision, count);
      }
    }
  }

  /** Without a delay of its own the old revision waits for the verdict on the new one. */
  private boolean awaitingPostPromotion() {
    BlueGreenStrategy blueGreen = pass.blueGreen();
    if (blueGreen.postPromotionAnalysis() == null || blueGreen.scaleDownDelaySeconds() != null) {
      return false;
    }
    var run = pass.run(pass.old().blueGreen().postPromotionAnalysisRunStatus());
    return new BlueGreenPromotion(pass).switchedUnproven(run.isPresent())
        && run.filter(it -> it.phase() == AnalysisPhase.SUCCESSFUL).isEmpty();
  }

  private int remaining(Revision revision) {
    if (++delayed > delays.revisionLimit()) {
      return 0;
    }
    Instant deadline = revision.scaleDownDeadline();
    if (deadline == null) {
      return startDelay(revision);
    }
    if (!deadline.isAfter(pass.now())) {
      return 0;
    }
    pass.wake(deadline);
    // Whoever waits could be called back to serve everything: also a small preview is whole then.
    return pass.spec().replicas();
  }

  private int startDelay(Revision revision) {
    if (delays.delay().isZero()) {
      return 0;
    }
    Instant deadline = pass.storedNow().plus(delays.delay());
    pass.change(revision.hash(), set -> set.withScaleDownDeadline(deadline));
    pass.wake(deadline);
    return revision.wanted();
  }

  /** Whether status or Services still point to the revision. */
  private boolean referenced(String hash) {
    BlueGreenStatus blueGreen = pass.old().blueGreen();
    Stream<String> status =
        Stream.of(
            pass.old().stableRS(),
            pass.old().currentPodHash(),
            blueGreen.activeSelector(),
            blueGreen.previewSelector());
    return status.anyMatch(hash::equals)
        || pass.state.services().stream().map(ServiceSelection::hash).anyMatch(hash::equals);
  }
}
