package com.alexandrite.console.desk;

import com.alexandrite.console.release.RunCause;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a blue-green rollout does with a new revision, told as steps: preview, proof, switch. */
final class BlueGreenSteps {
  private final RolloutState state;
  private final RolloutStatus status;
  private final BlueGreenStatus selected;
  private final List<Step> steps = new ArrayList<>();

  private BlueGreenSteps(RolloutState state, BlueGreenStrategy strategy) {
    this.state = state;
    this.status = state.rollout().status();
    this.selected = status.blueGreen();
    preview(strategy);
    analysis("prePromotionAnalysis", strategy.prePromotionAnalysis(), before());
    pause(strategy);
    steps.add(new Step("switch", "", switched(), null, null));
    analysis("postPromotionAnalysis", strategy.postPromotionAnalysis(), after());
  }

  /**
   * @param run that proves the step, as last seen
   * @param paused why and since when nothing goes on in it
   */
  private record Step(
      String kind,
      String value,
      boolean done,
      @Nullable AnalysisRunStatus run,
      @Nullable PauseCondition paused) {}

  /** Empty for a canary. */
  static Optional<BlueGreenSteps> of(RolloutState state) {
    return Optional.ofNullable(state.rollout().spec().blueGreen())
        .map(strategy -> new BlueGreenSteps(state, strategy));
  }

  int size() {
    return steps.size();
  }

  /** The first step that is not done; the number of steps when there is nothing to do. */
  int reached() {
    for (int i = 0; updating() && i < steps.size(); i++) {
      if (!steps.get(i).done()) {
        return i;
      }
    }
    return steps.size();
  }

  /** All customers or none: there is nothing between. */
  int weight() {
    return updating() && selected.activeSelector().equals(status.currentPodHash()) ? 100 : 0;
  }

  private boolean updating() {
    return !state.rollout().fullyPromoted() && !status.stableRS().isEmpty();
  }

  private @Nullable AnalysisRunStatus before() {
    return selected.prePromotionAnalysisRunStatus();
  }

  private @Nullable AnalysisRunStatus after() {
    return selected.postPromotionAnalysisRunStatus();
  }

  /** An abort takes the switch back; the run that came after it still tells of it. */
  private boolean switched() {
    return selected.activeSelector().equals(status.currentPodHash()) || after() != null;
  }

  private void preview(BlueGreenStrategy strategy) {
    Integer count = strategy.previewReplicaCount();
    int wanted = count == null ? state.rollout().spec().replicas() : count;
    boolean whole = switched() || before() != null || lookedAt() || waiting() != null;
    steps.add(new Step("preview", String.valueOf(wanted), whole, null, null));
  }

  private void analysis(
      String kind, @Nullable RolloutAnalysis analysis, @Nullable AnalysisRunStatus run) {
    if (analysis == null) {
      return;
    }
    String names =
        analysis.templates().stream()
            .map(TemplateRef::templateName)
            .collect(Collectors.joining(", "));
    boolean proven = run != null && run.status() == AnalysisPhase.SUCCESSFUL;
    steps.add(new Step(kind, names, proven || (run == null && switched()), run, null));
  }

  private void pause(BlueGreenStrategy strategy) {
    if (strategy.pauses()) {
      String seconds =
          strategy.autoPromotionEnabled() ? String.valueOf(strategy.autoPromotionSeconds()) : "";
      steps.add(new Step("pause", seconds, switched() || lookedAt(), null, waiting()));
    }
  }

  private boolean lookedAt() {
    return selected.scaleUpPreviewCheckPoint();
  }

  private @Nullable PauseCondition waiting() {
    return status.pauseCondition(PauseCondition.BLUE_GREEN_PAUSE).orElse(null);
  }

  /** The steps with how far each is. */
  List<StepView> views(StepWords words) {
    List<StepView> views = new ArrayList<>();
    for (Step step : steps) {
      views.add(view(step, views.size(), words));
    }
    return views;
  }

  private StepView view(Step step, int index, StepWords words) {
    Optional<AnalysisRun> run = run(step);
    PauseCondition paused = step.paused();
    Instant started =
        run.map(AnalysisRun::createdAt).orElse(paused == null ? null : paused.startTime());
    Instant timed =
        paused == null || step.value().isEmpty()
            ? null
            : paused.startTime().plusSeconds(Long.parseLong(step.value()));
    return new StepView(
        index,
        step.kind(),
        step.value(),
        words.of(step.kind(), step.value(), Sentences.PROGRAMS),
        stateOf(step, index),
        run.map(found -> found.state().message()).orElse(""),
        run.flatMap(RunCause::of).orElse(null),
        started,
        run.isPresent() ? run.get().state().completedAt() : timed);
  }

  private Optional<AnalysisRun> run(Step step) {
    AnalysisRunStatus seen = step.run();
    return seen == null
        ? Optional.empty()
        : state.analysisRuns().stream().filter(run -> run.name().equals(seen.name())).findFirst();
  }

  private String stateOf(Step step, int index) {
    int reached = reached();
    if (index < reached) {
      return "done";
    }
    if (state.rollout().status().aborted()) {
      // A person's abort is no failure of the step that it hit.
      return index == reached && step.run() != null ? "failed" : "skipped";
    }
    if (index > reached) {
      return "pending";
    }
    return step.kind().equals("pause") ? "waiting" : "running";
  }
}
