package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts, ends and heeds the analysis runs of a rollout. */
final class AnalysisSteps {

  private final Pass pass;
  private final AnalysisRunFactory factory;
  private @Nullable AnalysisRun step;
  private @Nullable AnalysisRun background;
  private boolean refused;

  AnalysisSteps(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.factory = factory;
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
    List<AnalysisRun> ended =
        pass.state.analysisRuns().stream()
            .filter(run -> !same(run, currentStep) && !same(run, currentBackground))
            .toList();
    if (cancelling()) {
      cancel(currentStep);
      cancel(currentBackground);
    } else {
      step = reconcileStep(currentStep);
      background = refused ? currentBackground : reconcileBackground(currentBackground);
    }
    if (!refused) {
      record();
      ended.stream()
          .filter(run -> !same(run, step) && !same(run, background))
          .forEach(this::cancel);
      new RunHistory(pass).forgetBeyondLimit(ended, step, background);
    }
    return !refused;
  }

  private boolean cancelling() {
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
      cancel(current);
      return null;
    }
    if (needsNew(current)) {
      return create(written.analysis(), Kind.STEP, index);
    }
    heed(current, "Step-based analysis phase error/failed");
    return current;
  }

  private @Nullable AnalysisRun reconcileBackground(@Nullable AnalysisRun current) {
    BackgroundAnalysis wanted = pass.canary().analysis();
    if (wanted == null || wanted.analysis().templates().isEmpty()) {
      cancel(current);
      return null;
    }
    if (pass.old().currentPodHash().isEmpty() || pass.cursor().beforeStartingStep()) {
      return null;
    }
    if (pass.inconclusivePause()) {
      return current;
    }
    if (needsNew(current)) {
      return create(wanted.analysis(), Kind.BACKGROUND, null);
    }
    heed(current, "Background analysis phase error/failed");
    return current;
  }

  /** A retry needs a new run, and so does going on after an inconclusive one. */
  private boolean needsNew(@Nullable AnalysisRun current) {
    if (current == null) {
      return true;
    }
    if (pass.old().controllerPause()
        && pass.old().pauseCondition(PauseCondition.PAUSE_STEP).isEmpty()) {
      return current.phase() == AnalysisPhase.INCONCLUSIVE;
    }
    return pass.old().abortedAt() != null;
  }

  private void heed(@Nullable AnalysisRun run, String abortMessage) {
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

  private @Nullable AnalysisRun create(
      RolloutAnalysis analysis, Kind kind, @Nullable Integer stepIndex) {
    Revision desired = pass.desired();
    Revision stable = pass.stable();
    if (desired == null) {
      return null;
    }
    Order order =
        new Order(
            pass.state,
            analysis,
            kind,
            stepIndex,
            desired.set(),
            stable == null ? null : stable.set(),
            pass.storedNow());
    return switch (factory.create(order)) {
      case Creation.Created(AnalysisRun run) -> add(run);
      case Creation.Refused(String why) -> {
        refused = true;
        pass.warn("AnalysisRunError", why);
        yield null;
      }
    };
  }

  /**
   * Adds a run under a free name; a run of that name that still measures the same is taken over.
   */
  private AnalysisRun add(AnalysisRun wanted) {
    AnalysisRun run = wanted;
    for (int collision = 1; ; collision++) {
      AnalysisRun existing = named(run.name());
      if (existing == null) {
        List<AnalysisRun> all = new ArrayList<>(pass.state.analysisRuns());
        all.add(run);
        pass.state = pass.state.withAnalysisRuns(all);
        return run;
      }
      if (!existing.phase().completed() && existing.sameMeasuring(run)) {
        return existing;
      }
      run = wanted.withName(wanted.name() + "." + collision);
    }
  }

  private @Nullable AnalysisRun named(String name) {
    return pass.state.analysisRuns().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void cancel(@Nullable AnalysisRun run) {
    if (run != null && !run.terminate() && !run.phase().completed()) {
      pass.state = pass.state.withAnalysisRun(run.withState(run.state().terminating()));
    }
  }

  private void record() {
    CanaryStatus before = pass.old().canary();
    CanaryStatus canary = pass.status.canary;
    pass.status.canary =
        new CanaryStatus(canary.weights(), canary.routes(), reference(step), reference(background));
    tellChange(before.currentStepAnalysisRunStatus(), step, "Step");
    tellChange(before.currentBackgroundAnalysisRunStatus(), background, "Background");
  }

  private static @Nullable AnalysisRunStatus reference(@Nullable AnalysisRun run) {
    return run == null
        ? null
        : new AnalysisRunStatus(run.name(), run.phase(), run.state().message());
  }

  private void tellChange(
      @Nullable AnalysisRunStatus before, @Nullable AnalysisRun run, String kind) {
    if (run == null || run.phase() == AnalysisPhase.NOT_STARTED) {
      return;
    }
    boolean changed =
        before == null || (before.name().equals(run.name()) && before.status() != run.phase());
    if (changed) {
      String text =
          "%s Analysis Run '%s' Status New: '%s' Previous: '%s'"
              .formatted(
                  kind,
                  run.name(),
                  run.phase().text(),
                  before == null ? "NoPreviousStatus" : before.status().text());
      String reason = "AnalysisRun" + run.phase().text();
      if (run.phase() == AnalysisPhase.FAILED || run.phase() == AnalysisPhase.ERROR) {
        pass.warn(reason, text);
      } else {
        pass.tell(reason, text);
      }
    }
  }

  private static boolean same(AnalysisRun run, @Nullable AnalysisRun other) {
    return other != null && run.name().equals(other.name());
  }
}
