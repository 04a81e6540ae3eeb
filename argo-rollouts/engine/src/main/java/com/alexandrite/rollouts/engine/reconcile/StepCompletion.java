package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.CanaryStep;

/** Whether the current step has reached its end. */
final class StepCompletion {

  private final Pass pass;

  StepCompletion(Pass pass) {
    this.pass = pass;
  }

  /** It has not while somebody holds everything. */
  boolean reached() {
    CanaryStep step = pass.cursor().step();
    return step != null && !pass.spec().paused() && reached(step.deciding());
  }

  private boolean reached(CanaryStep step) {
    return switch (step) {
      case CanaryStep.Pause pause -> new CanaryPausing(pass).completed(pause);
      case CanaryStep.SetCanaryScale scale -> atDesired();
      case CanaryStep.SetWeight weight -> atDesired() && !weightRefuted();
      case CanaryStep.Analysis analysis ->
          pass.run(pass.status.canary.currentStepAnalysisRunStatus())
              .filter(run -> run.phase() == AnalysisPhase.SUCCESSFUL)
              .isPresent();
      case CanaryStep.Experiment experiment ->
          pass.experiment != null && pass.experiment.phase() == AnalysisPhase.SUCCESSFUL;
      case CanaryStep.SetHeaderRoute route -> true;
      case CanaryStep.SetMirrorRoute route -> true;
      case CanaryStep.Several nothing -> false;
    };
  }

  private boolean atDesired() {
    return pass.scale()
        .atDesired(pass.desired(), pass.stable(), pass.others(), pass.status.canary.weights());
  }

  private boolean weightRefuted() {
    return pass.status.canary.weights() != null && Boolean.FALSE.equals(pass.weightVerified);
  }
}
