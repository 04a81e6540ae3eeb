package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a pass: moves the step cursor, promotes, and writes the status with its conditions and
 * phase.
 */
final class StatusWriting {

  private final Pass pass;

  StatusWriting(Pass pass) {
    this.pass = pass;
  }

  /** Whether the wanted revision or the steps are others than this status speaks of. */
  static boolean updateBegins(Pass pass) {
    RolloutStatus old = pass.old();
    return !old.currentStepHash().equals(stepHash(pass)) || revisionChanged(pass);
  }

  /** Whether the wanted revision is another than this status speaks of. */
  static boolean revisionChanged(Pass pass) {
    String known = pass.old().currentPodHash();
    return !known.isEmpty() && !known.equals(pass.desiredHash());
  }

  private static String stepHash(Pass pass) {
    return pass.spec().blueGreen() == null ? pass.canary().stepHash() : "";
  }

  /** An update begins: its first step, unless it leads back to where no steps are needed. */
  ReconcileResult beginUpdate() {
    writeCounts();
    int steps = pass.canary().steps().size();
    pass.pauses.clear();
    pass.pauses.removeAbort();
    StatusDraft status = pass.status;
    status.promoteFull = false;
    status.safeguards = PostPromotionGuard.updated(pass);
    status.canary = status.canary.withRuns(null, null).withExperiment(null);
    status.currentStepIndex = steps == 0 ? null : (Integer) 0;
    Revision desired = pass.desired();
    if (desired != null && steps > 0) {
      if (desired.hash().equals(pass.old().stableRS())) {
        pass.tell(Words.SKIP_STEPS, "Rollback to stable ReplicaSets");
        status.currentStepIndex = steps;
      } else if (new Promotion(pass).withinWindow() && desired.wanted() > 0) {
        pass.tell(Words.SKIP_STEPS, "Rollback to active ReplicaSets within RollbackWindow");
        status.currentStepIndex = steps;
      }
    }
    return persist();
  }

  /** The ordinary end: promote, stay aborted, complete the step, or wait. */
  ReconcileResult write() {
    writeCounts();
    @Nullable Integer index = pass.cursor().index();
    int steps = pass.canary().steps().size();
    Promotion promotion = new Promotion(pass);
    if (pass.old().promoteFull() || promotion.withinWindow()) {
      pass.pauses.clear();
      pass.pauses.removeAbort();
      index = steps == 0 ? index : (Integer) steps;
    }
    boolean waits = safeguardsWait();
    var reason = promotion.reason(waits);
    if (reason.isPresent()) {
      promotion.promote(reason.get());
      return persist();
    }
    if (pass.pauses.aborted()) {
      if (steps > 0) {
        boolean promoted = pass.status.stableRS.equals(pass.status.currentPodHash);
        pass.status.currentStepIndex = promoted ? steps : 0;
      }
      return persist();
    }
    pass.status.currentStepIndex = waits ? index : completeStep(index, steps);
    return persist();
  }

  /** Whether metric data is missing or a window is in force; both are asked, as both take notes. */
  private boolean safeguardsWait() {
    boolean stepDone = new StepCompletion(pass).reached();
    boolean held = new NoDataHold(pass).holds();
    boolean frozen = new FreezeGate(pass).stops(stepDone);
    return held || frozen;
  }

  private @Nullable Integer completeStep(@Nullable Integer index, int steps) {
    CanaryStep step = pass.cursor().step();
    if (step == null || index == null || !new StepCompletion(pass).reached()) {
      return index;
    }
    CanaryStatus canary = pass.status.canary;
    pass.status.canary = canary.withRuns(null, canary.currentBackgroundAnalysisRunStatus());
    pass.pauses.remove(PauseCondition.PAUSE_STEP);
    pass.tell(
        Words.STEP_COMPLETED,
        "Rollout step %d/%d completed (%s)".formatted(index + 1, steps, StepText.of(step)));
    return index + 1;
  }

  /** Counts pods, of all revisions and of the wanted one. */
  void writeCounts() {
    StatusDraft status = pass.status;
    List<Revision> revisions = pass.revisions();
    Revision desired = pass.desired();
    status.removeCondition(Words.INVALID_SPEC);
    status.currentPodHash = pass.desiredHash();
    status.currentStepHash = stepHash(pass);
    status.replicas = revisions.stream().mapToInt(Revision::created).sum();
    status.updatedReplicas = desired == null ? 0 : desired.created();
    status.readyReplicas = revisions.stream().mapToInt(it -> it.pods().ready()).sum();
    status.availableReplicas = revisions.stream().mapToInt(Revision::available).sum();
    status.promoteFull =
        !status.currentPodHash.equals(pass.old().stableRS()) && pass.old().promoteFull();
  }

  /** Only the number of pods changed: everything else stays as it was said. */
  ReconcileResult writeScaling() {
    pass.status.availableReplicas =
        pass.spec().blueGreen() == null
            ? pass.revisions().stream().mapToInt(Revision::available).sum()
            : BlueGreenStatusWriting.available(pass);
    return persist();
  }

  /** Writes only what the pass noted so far. */
  ReconcileResult writeEarly() {
    pass.status.observedGeneration = pass.rollout().generation();
    applyPhase();
    return finish();
  }

  /** Nothing is done for a spec that makes no sense. */
  ReconcileResult writeInvalid(String why) {
    String message = "The Rollout \"" + pass.rollout().name() + "\" is invalid: " + why;
    pass.old()
        .condition(Words.INVALID_SPEC)
        .filter(condition -> !condition.message().equals(message))
        .ifPresent(condition -> pass.status.removeCondition(Words.INVALID_SPEC));
    pass.status.setCondition(
        new RolloutConditions(pass)
            .condition(Words.INVALID_SPEC, Words.TRUE, Words.INVALID_SPEC, message));
    return writeEarly();
  }

  /** Ends the pass without saying anything about phase or conditions. */
  ReconcileResult finish() {
    pass.state = pass.state.withStatus(before -> pass.status.build());
    return pass.result();
  }

  /** Writes abort, pauses, conditions and phase as everything has become. */
  ReconcileResult persist() {
    pass.status.observedGeneration = pass.rollout().generation();
    var deadline = new ProgressDeadline(pass);
    deadline.abortWhenStuck();
    pass.pauses.applyTo(pass.status);
    new RolloutConditions(pass).update();
    applyPhase();
    tellPauses();
    deadline.wakeAtIt();
    return finish();
  }

  private void applyPhase() {
    PhaseCalculation phase = PhaseCalculation.of(pass.spec(), pass.status.build());
    pass.status.phase = phase.phase();
    pass.status.message = phase.message();
  }

  private void tellPauses() {
    boolean before = !pass.old().pauseConditions().isEmpty();
    boolean after = !pass.status.pauseConditions.isEmpty();
    if (!before && after) {
      pass.tell(
          Words.ROLLOUT_PAUSED,
          "Rollout is paused (" + pass.status.pauseConditions.getFirst().reason() + ")");
    } else if (before && !after && pass.status.abortedAt == null) {
      pass.tell(Words.ROLLOUT_RESUMED, "Rollout is resumed");
    }
  }
}
