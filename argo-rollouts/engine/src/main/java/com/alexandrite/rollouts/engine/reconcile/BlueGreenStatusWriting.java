package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a pass of a blue-green rollout: promotes, and writes what the Services select. */
final class BlueGreenStatusWriting {

  private final Pass pass;
  private final StatusWriting writing;
  private final BlueGreenPausing pausing;
  private final BlueGreenAnalysis analysis;

  BlueGreenStatusWriting(
      Pass pass, StatusWriting writing, BlueGreenPausing pausing, BlueGreenAnalysis analysis) {
    this.pass = pass;
    this.writing = writing;
    this.pausing = pausing;
    this.analysis = analysis;
  }

  /** Another revision is wanted: what was said about the last one no longer holds. */
  ReconcileResult beginUpdate() {
    writing.writeCounts();
    pass.pauses.clear();
    pass.pauses.removeAbort();
    pass.status.promoteFull = false;
    pass.status.currentStepIndex = null;
    pass.status.blueGreen = pass.status.blueGreen.withRuns(null, null);
    return promoteOrWait();
  }

  /** The ordinary end. */
  ReconcileResult write() {
    writing.writeCounts();
    return promoteOrWait();
  }

  private ReconcileResult promoteOrWait() {
    if (pass.old().promoteFull() || new Promotion(pass).withinWindow()) {
      pass.pauses.clear();
      pass.pauses.removeAbort();
    }
    StatusDraft status = pass.status;
    BlueGreenStrategy blueGreen = pass.blueGreen();
    status.blueGreen =
        status.blueGreen.withSelectors(
            selector(pass.state, blueGreen.previewService()),
            selector(pass.state, blueGreen.activeService()));
    Optional<String> reason = new BlueGreenPromotion(pass).reason(analysis);
    reason.ifPresent(new Promotion(pass)::promote);
    status.blueGreen =
        status.blueGreen.withCheckPoint(reason.isEmpty() && previewLookedAt(blueGreen));
    countActive();
    return writing.persist();
  }

  private static String selector(RolloutState state, String service) {
    return Objects.requireNonNullElse(BlueGreenServices.selected(state, service), "");
  }

  /** Once reached it stays so until the promotion, also for the next revision. */
  private boolean previewLookedAt(BlueGreenStrategy blueGreen) {
    Integer preview = blueGreen.previewReplicaCount();
    if (preview == null || pass.old().blueGreen().scaleUpPreviewCheckPoint()) {
      return preview != null;
    }
    Revision desired = pass.desired();
    int available = desired == null ? 0 : desired.available();
    return analysis.prePromotionDone() && pausing.over() && available == preview;
  }

  private void countActive() {
    Revision active = active(pass);
    pass.status.availableReplicas = available(pass);
    if (active != null) {
      pass.status.readyReplicas = active.pods().ready();
    }
  }

  /** Available are those that serve; before the first switch all that there are. */
  static int available(Pass pass) {
    Revision active = active(pass);
    return active == null
        ? pass.revisions().stream().mapToInt(Revision::available).sum()
        : active.available();
  }

  private static @Nullable Revision active(Pass pass) {
    return pass.revision(pass.status.blueGreen.activeSelector());
  }
}
