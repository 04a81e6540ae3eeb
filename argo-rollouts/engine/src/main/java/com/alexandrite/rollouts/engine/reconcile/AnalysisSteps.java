package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts, ends and heeds the analysis runs of a rollout. */
final class AnalysisSteps {

  private final Pass pass;
  private final RunBook runs;
  private @Nullable AnalysisRun step;
  private @Nullable AnalysisRun background;

  AnalysisSteps(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.runs = new RunBook(pass, factory);
  }

  /**
   * Does what the current runs and the current step ask for; false = a run could not be made,
   * nothing may go on.
   */
  boolean reconcile() {
    CanaryStatus before = pass.old().canary();
    AnalysisRun currentStep = pass.run(before.currentStepAnalysisRunStatus()).orElse(null);
    AnalysisRun currentBackground =
        pass.run(before.currentBackgroundAnalysisRunStatus()).orElse(null);
    List<AnalysisRun> ended = runs.without(currentStep, currentBackground);
    if (cancelling()) {
      runs.cancel(currentStep);
      runs.cancel(currentBackground);
    } else {
      step = reconcileStep(currentStep);
      background = runs.refused() ? currentBackground : reconcileBackground(currentBackground);
    }
    if (!runs.refused()) {
      record();
      runs.end(ended, step, background);
    }
    return !runs.refused();
  }

  /** Whether runs are of no use any more, or not yet. */
  boolean cancelling() {
    return pass.rollout().fullyPromoted()
        || pass.pauses.aborted()
        || pass.old().promoteFull()
        || new Promotion(pass).fastRollback()
        || pass.old().stableRS().isEmpty();
  }

  private @Nullable AnalysisRun reconcileStep(@Nullable AnalysisRun current) {
    if (!pass.old().pauseConditions().isEmpty() || pass.old().abort()) {
      return current;
    }
    StepCursor cursor = pass.cursor();
    Integer index = cursor.index();
    CanaryStep step = cursor.step();
    CanaryStep.Analysis written = step == null ? null : step.part(CanaryStep.Analysis.class);
    boolean ofOtherStep = current != null && !Objects.equals(current.stepIndex(), index);
    if (written == null || written.analysis().templates().isEmpty() || ofOtherStep) {
      runs.cancel(current);
      return null;
    }
    if (needsNew(current)) {
      return runs.create(written.analysis(), Kind.STEP, index);
    }
    heed(current, "Step-based analysis phase error/failed");
    return current;
  }

  private @Nullable AnalysisRun reconcileBackground(@Nullable AnalysisRun current) {
    BackgroundAnalysis wanted = pass.canary().analysis();
    if (wanted == null || wanted.analysis().templates().isEmpty()) {
      runs.cancel(current);
      return null;
    }
    if (pass.old().currentPodHash().isEmpty() || pass.cursor().beforeStartingStep()) {
      return null;
    }
    if (pass.inconclusivePause()) {
      return current;
    }
    if (needsNew(current)) {
      return runs.create(wanted.analysis(), Kind.BACKGROUND, null);
    }
    heed(current, "Background analysis phase error/failed");
    return current;
  }

  /** A retry needs a new run, and so does going on after an inconclusive one. */
  boolean needsNew(@Nullable AnalysisRun current) {
    if (current == null) {
      return true;
    }
    if (pass.old().controllerPause()
        && pass.old().pauseCondition(PauseCondition.PAUSE_STEP).isEmpty()
        && pass.old().pauseCondition(PauseCondition.BLUE_GREEN_PAUSE).isEmpty()) {
      return current.phase() == AnalysisPhase.INCONCLUSIVE;
    }
    return pass.old().abortedAt() != null;
  }

  /** An inconclusive run pauses, a failed one aborts. */
  void heed(@Nullable AnalysisRun run, String abortMessage) {
    if (run == null) {
      return;
    }
    switch (run.phase()) {
      case INCONCLUSIVE -> pass.pauses.add(PauseCondition.INCONCLUSIVE_ANALYSIS);
      case ERROR, FAILED -> {
        String why = run.state().message();
        pass.pauses.abort(why.isEmpty() ? abortMessage : abortMessage + ": " + why);
      }
      case NOT_STARTED, PENDING, RUNNING, SUCCESSFUL -> {}
    }
  }

  private void record() {
    CanaryStatus before = pass.old().canary();
    CanaryStatus canary = pass.status.canary;
    pass.status.canary = canary.withRuns(RunBook.reference(step), RunBook.reference(background));
    runs.tellChange(before.currentStepAnalysisRunStatus(), step, "Step");
    runs.tellChange(before.currentBackgroundAnalysisRunStatus(), background, "Background");
  }
}
