package com.alexandrite.console.desk;

import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.RunCause;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.PauseDuration;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of the manifest with how far each is. */
final class StepViews {
  private final RolloutState state;
  private final StepWords words;
  private final boolean aborted;
  private final int reached;

  private StepViews(RolloutState state, @Nullable Release last, StepWords words) {
    this.state = state;
    this.words = words;
    this.aborted = state.rollout().status().aborted();
    this.reached = aborted && last != null ? reached(state, last) : Summaries.step(state);
  }

  /**
   * An abort leads the engine's index back to 0; the release remembers how far it came, and a run
   * tells of a step that began and failed between two looks.
   */
  private static int reached(RolloutState state, Release last) {
    Instant since = last.startedAt().truncatedTo(ChronoUnit.SECONDS);
    int judged =
        state.analysisRuns().stream()
            .filter(run -> run.podHash().equals(last.toHash()))
            .filter(run -> !run.createdAt().isBefore(since))
            .map(AnalysisRun::stepIndex)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(0);
    return Math.max(last.lastStep(), judged);
  }

  static List<StepView> of(RolloutState state, @Nullable Release last, StepWords words) {
    Optional<BlueGreenSteps> blueGreen = BlueGreenSteps.of(state);
    if (blueGreen.isPresent()) {
      return blueGreen.get().views(words);
    }
    var views = new StepViews(state, last, words);
    List<CanaryStep> steps = state.rollout().spec().canary().steps();
    List<StepView> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(views.view(i, steps.get(i)));
    }
    return all;
  }

  private StepView view(int index, CanaryStep step) {
    Optional<AnalysisRun> run = run(index);
    Optional<Experiment> experiment = experiment(index);
    Instant started = experiment.map(Experiment::createdAt).orElseGet(() -> startedAt(index, run));
    return new StepView(
        index,
        kind(step),
        value(step),
        words.of(kind(step), value(step), Sentences.PROGRAMS),
        state(index, step),
        run.map(found -> found.state().message())
            .or(() -> experiment.map(Experiment::message))
            .orElse(""),
        run.flatMap(RunCause::of).orElse(null),
        started,
        experiment.isPresent()
            ? experiment.flatMap(Experiment::endsAt).orElse(null)
            : endsAt(step, started, run));
  }

  private String state(int index, CanaryStep step) {
    if (index < reached) {
      return "done";
    }
    if (aborted) {
      return index == reached ? "failed" : "skipped";
    }
    if (index > reached) {
      return "pending";
    }
    return step.deciding() instanceof CanaryStep.Pause ? "waiting" : "running";
  }

  private Optional<AnalysisRun> run(int index) {
    String wanted = state.rollout().status().currentPodHash();
    return state.analysisRuns().stream()
        .filter(run -> Objects.equals(run.stepIndex(), index) && run.podHash().equals(wanted))
        .reduce((_, newer) -> newer);
  }

  private Optional<Experiment> experiment(int index) {
    String wanted = state.rollout().status().currentPodHash();
    return state.experiments().stream()
        .filter(it -> it.stepIndex() == index && it.podHash().equals(wanted))
        .reduce((_, newer) -> newer);
  }

  private @Nullable Instant startedAt(int index, Optional<AnalysisRun> run) {
    if (run.isPresent()) {
      return run.get().createdAt();
    }
    return index == reached && !aborted
        ? state
            .rollout()
            .status()
            .pauseCondition(PauseCondition.PAUSE_STEP)
            .map(PauseCondition::startTime)
            .orElse(null)
        : null;
  }

  private static @Nullable Instant endsAt(
      CanaryStep step, @Nullable Instant started, Optional<AnalysisRun> run) {
    if (run.isPresent()) {
      return run.get().state().completedAt();
    }
    if (started != null
        && step.deciding() instanceof CanaryStep.Pause pause
        && pause.duration() != null) {
      return started.plusSeconds(PauseDuration.seconds(pause.duration()));
    }
    return null;
  }

  private static String kind(CanaryStep step) {
    return switch (step.deciding()) {
      case CanaryStep.SetWeight _ -> "setWeight";
      case CanaryStep.Pause _ -> "pause";
      case CanaryStep.Analysis _ -> "analysis";
      case CanaryStep.SetCanaryScale _ -> "setCanaryScale";
      case CanaryStep.SetHeaderRoute _ -> "setHeaderRoute";
      case CanaryStep.SetMirrorRoute _ -> "setMirrorRoute";
      case CanaryStep.Experiment _ -> "experiment";
      case CanaryStep.Several _ -> "";
    };
  }

  private static String value(CanaryStep step) {
    return switch (step.deciding()) {
      case CanaryStep.SetWeight(int weight) -> String.valueOf(weight);
      case CanaryStep.Pause pause ->
          pause.duration() == null ? "" : String.valueOf(PauseDuration.seconds(pause.duration()));
      case CanaryStep.Analysis analysis ->
          analysis.analysis().templates().stream()
              .map(TemplateRef::templateName)
              .collect(Collectors.joining(", "));
      case CanaryStep.SetCanaryScale _ -> "";
      case CanaryStep.SetHeaderRoute route -> route.name();
      case CanaryStep.SetMirrorRoute route -> route.name();
      case CanaryStep.Experiment(var experiment) ->
          GoDuration.parse(experiment.duration())
              .map(duration -> String.valueOf(duration.toSeconds()))
              .orElse("");
      case CanaryStep.Several _ -> "";
    };
  }
}
