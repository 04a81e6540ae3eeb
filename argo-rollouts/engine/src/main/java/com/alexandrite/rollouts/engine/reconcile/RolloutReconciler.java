package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is next for a rollout. Each pass reads one state and one observation and answers with the
 * state to save, the actions to take after that, and the time to come back. It is repeated until it
 * changes nothing.
 *
 * <p>The order of the steps is the meaning of a canary: Services and traffic before experiments and
 * analysis, analysis before pods, pods before pauses, and only then the step cursor moves. Whatever
 * a pass changes shows its effects in the next one.
 */
public final class RolloutReconciler {

  private final AnalysisRunFactory analysisRuns;
  private final TemplateHashes hashes = new TemplateHashes();
  private final SoundSpecs specs;

  RolloutReconciler(AnalysisRunFactory analysisRuns) {
    this.analysisRuns = analysisRuns;
    this.specs = new SoundSpecs(analysisRuns);
  }

  /**
   * One pass.
   *
   * @param observation what was seen after the last actions were done
   */
  public ReconcileResult reconcile(RolloutState state, Observation observation, Instant now) {
    Pass pass = new Pass(state, hashes.of(state.rollout()), observation, now);
    new Experiments(pass).carryOn();
    RevisionKeeping revisions = new RevisionKeeping(pass);
    StatusWriting writing = new StatusWriting(pass);
    Optional<String> invalid = specs.problem(pass);
    if (invalid.isPresent()) {
      return writing.writeInvalid(invalid.get());
    }
    if (revisions.createDesired()) {
      return writing.finish();
    }
    if (pass.rollout().fullyPromoted()) {
      pass.pauses.removeAbort();
    }
    if (new RolloutConditions(pass).notePausesAndRetry()) {
      return writing.writeEarly();
    }
    revisions.numberDesired();
    if (replicasChanged(pass)) {
      scale(pass);
      return writing.writeScaling();
    }
    return pass.spec().blueGreen() == null
        ? canary(pass, revisions, writing)
        : new BlueGreenUpdate(pass, writing, analysisRuns).reconcile(revisions);
  }

  /** The canary from top to bottom. */
  private ReconcileResult canary(Pass pass, RevisionKeeping revisions, StatusWriting writing) {
    if (StatusWriting.updateBegins(pass)) {
      return writing.beginUpdate();
    }
    if (new PodRestart(pass).restart()) {
      return writing.finish();
    }
    revisions.forgetBeyondLimit();
    new ServiceSwitching(pass).switchServices();
    switch (new TrafficShifting(pass).shift()) {
      case CHANGED, UNCONFIRMED -> {
        return writing.finish();
      }
      case STEADY -> {}
    }
    if (!new ExperimentSteps(pass).reconcile()
        || !new AnalysisSteps(pass, analysisRuns).reconcile()) {
      pass.retry();
      return writing.finish();
    }
    new PostPromotionGuard(pass, analysisRuns).watch();
    // Nothing is scaled for the way ahead by the pass that learns that there is none.
    if (pass.pauses.pausing() || pass.pauses.aborting() || new Scaling(pass).scale()) {
      return writing.write();
    }
    new CanaryPausing(pass).pause();
    return writing.write();
  }

  private static void scale(Pass pass) {
    if (pass.spec().blueGreen() == null) {
      new Scaling(pass).scale();
    } else {
      new BlueGreenScaling(pass).scale();
    }
  }

  /** Whether spec.replicas is another than when the serving revisions were scaled. */
  private static boolean replicasChanged(Pass pass) {
    return replicasChanged(pass, pass.desired()) || replicasChanged(pass, pass.stable());
  }

  private static boolean replicasChanged(Pass pass, @Nullable Revision revision) {
    return revision != null
        && revision.wanted() > 0
        && revision.set().desiredReplicas() != pass.spec().replicas();
  }
}
