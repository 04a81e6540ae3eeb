package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The analysis before the switch and the one after it. */
final class BlueGreenAnalysis {

  private final Pass pass;
  private final AnalysisSteps rules;
  private final RunBook runs;
  private @Nullable AnalysisRun before;
  private @Nullable AnalysisRun after;

  BlueGreenAnalysis(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.rules = new AnalysisSteps(pass, factory);
    this.runs = new RunBook(pass, factory);
    BlueGreenStatus old = pass.old().blueGreen();
    this.before = pass.run(old.prePromotionAnalysisRunStatus()).orElse(null);
    this.after = pass.run(old.postPromotionAnalysisRunStatus()).orElse(null);
  }

  /** Whether nothing is to be proven before the switch, or it has been. */
  boolean prePromotionDone() {
    return pass.blueGreen().prePromotionAnalysis() == null || successful(before);
  }

  /** Whether nothing is to be proven after the switch, or it has been. */
  boolean postPromotionDone() {
    return pass.blueGreen().postPromotionAnalysis() == null || successful(after);
  }

  private static boolean successful(@Nullable AnalysisRun run) {
    return run != null && run.phase() == AnalysisPhase.SUCCESSFUL;
  }

  /** Starts, heeds and ends the two runs; false = a run could not be made, nothing may go on. */
  boolean reconcile() {
    List<AnalysisRun> ended = runs.without(before, after);
    if (rules.cancelling()) {
      runs.cancel(before);
      runs.cancel(after);
    } else {
      before = reconcileBefore(before);
      rules.heed(before, "Blue/green pre-promotion analysis phase error/failed");
      after = runs.refused() ? after : reconcileAfter(after);
      rules.heed(after, "Blue/green post-promotion analysis phase error/failed");
    }
    if (!runs.refused()) {
      record();
      runs.end(ended, before, after);
    }
    return !runs.refused();
  }

  private @Nullable AnalysisRun reconcileBefore(@Nullable AnalysisRun current) {
    RolloutAnalysis wanted = pass.blueGreen().prePromotionAnalysis();
    if (wanted == null || wanted.templates().isEmpty()) {
      runs.cancel(current);
      return null;
    }
    return reconcile(current, wanted, Kind.PRE_PROMOTION, previewToJudge(current));
  }

  private @Nullable AnalysisRun reconcileAfter(@Nullable AnalysisRun current) {
    RolloutAnalysis wanted = pass.blueGreen().postPromotionAnalysis();
    if (wanted == null || wanted.templates().isEmpty()) {
      runs.cancel(current);
      return null;
    }
    boolean due = new BlueGreenPromotion(pass).switchedUnproven(current != null);
    return reconcile(current, wanted, Kind.POST_PROMOTION, due);
  }

  private @Nullable AnalysisRun reconcile(
      @Nullable AnalysisRun current, RolloutAnalysis wanted, Kind kind, boolean due) {
    if (!due) {
      runs.cancel(current);
      return current;
    }
    return !pass.inconclusivePause() && rules.needsNew(current)
        ? runs.create(wanted, kind, null)
        : current;
  }

  /** Whether there is a preview that is not active yet, whole unless its run has begun already. */
  private boolean previewToJudge(@Nullable AnalysisRun current) {
    Revision desired = pass.desired();
    String active = pass.old().blueGreen().activeSelector();
    if (desired == null
        || active.isEmpty()
        || active.equals(desired.hash())
        || desired.hash().equals(pass.old().stableRS())) {
      return false;
    }
    Integer preview = pass.blueGreen().previewReplicaCount();
    if (current != null) {
      return true;
    }
    return preview == null
        ? desired.saturates(pass.spec().replicas())
        : desired.wanted() == preview && desired.available() == preview;
  }

  private void record() {
    BlueGreenStatus old = pass.old().blueGreen();
    pass.status.blueGreen =
        pass.status.blueGreen.withRuns(RunBook.reference(before), RunBook.reference(after));
    runs.tellChange(old.postPromotionAnalysisRunStatus(), after, "PostPromotion");
    runs.tellChange(old.prePromotionAnalysisRunStatus(), before, "PrePromotion");
  }
}
