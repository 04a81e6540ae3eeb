package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutSpec.AnalysisHistory;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins, heeds and ends the experiments of a rollout. */
final class ExperimentSteps {

  private final Pass pass;
  private final Experiments experiments;

  ExperimentSteps(Pass pass) {
    this.pass = pass;
    this.experiments = new Experiments(pass);
  }

  /**
   * Does what the current step asks for; false = its experiment could not be made, nothing may go
   * on.
   */
  boolean reconcile() {
    setCurrent(null);
    if (pass.pauses.aborted() || pass.old().promoteFull()) {
      experiments.end(experiment -> true);
      return true;
    }
    if (pass.inconclusivePause()) {
      return true;
    }
    if (pass.cursor().step() instanceof CanaryStep.Experiment(RolloutExperiment wanted)) {
      return follow(wanted);
    }
    endOthers(null);
    return true;
  }

  private boolean follow(RolloutExperiment wanted) {
    Experiment current = pass.experiment;
    if (current == null || triedOnceMore(current)) {
      if (pass.stable() == null || pass.desired() == null) {
        return true;
      }
      current = begin(wanted);
      if (current == null) {
        return false;
      }
      pass.experiment = current;
    }
    heed(current);
    endOthers(current);
    return true;
  }

  /** After an inconclusive experiment nothing happens until somebody says to go on. */
  private boolean triedOnceMore(Experiment current) {
    return current.phase() == AnalysisPhase.INCONCLUSIVE
        && pass.old().controllerPause()
        && pass.old().pauseConditions().isEmpty();
  }

  private void setCurrent(@Nullable Experiment experiment) {
    String name = experiment == null ? null : experiment.name();
    pass.status.canary = pass.status.canary.withExperiment(name);
  }

  private void heed(Experiment experiment) {
    switch (experiment.phase()) {
      case INCONCLUSIVE -> {
        setCurrent(experiment);
        if (pass.old().pauseCondition(PauseCondition.INCONCLUSIVE_EXPERIMENT).isEmpty()) {
          pass.pauses.add(PauseCondition.INCONCLUSIVE_EXPERIMENT);
        }
      }
      case ERROR, FAILED -> {
        String why = experiment.message();
        pass.pauses.abort(
            "Experiment analysis phase is error/failed" + (why.isEmpty() ? "" : ": " + why));
      }
      // The step completes in this pass; nobody waits for the experiment any more.
      case SUCCESSFUL -> {}
      case NOT_STARTED, PENDING, RUNNING -> setCurrent(experiment);
    }
  }

  private @Nullable Experiment begin(RolloutExperiment wanted) {
    return switch (new ExperimentMaking(pass).make(wanted)) {
      case ExperimentMaking.NotMade(String why) -> {
        pass.warn("ExperimentError", why);
        yield null;
      }
      case ExperimentMaking.Made(Experiment experiment) -> add(experiment);
    };
  }

  /** Adds it under a free name; one of that name that still does the same is taken over. */
  private Experiment add(Experiment wanted) {
    Experiment experiment = wanted;
    for (int collision = 1; ; collision++) {
      Experiment existing = pass.state.experiment(experiment.name()).orElse(null);
      if (existing == null) {
        List<Experiment> all = new ArrayList<>(pass.state.experiments());
        all.add(experiment);
        pass.state = pass.state.withExperiments(all);
        pass.tell("ExperimentCreated", "Created Experiment '" + experiment.name() + "'");
        return experiment;
      }
      if (!existing.phase().completed() && existing.spec().equals(experiment.spec())) {
        return existing;
      }
      experiment = wanted.withName(wanted.name() + "-" + collision);
    }
  }

  private void endOthers(@Nullable Experiment current) {
    List<Experiment> others =
        pass.state.experiments().stream()
            .filter(it -> current == null || !it.name().equals(current.name()))
            .toList();
    experiments.end(others::contains);
    experiments.forget(beyondLimit(others));
  }

  /** Of the ended ones the youngest of each outcome stay, and none whose revision is gone. */
  private Set<String> beyondLimit(List<Experiment> others) {
    AnalysisHistory limits = pass.spec().analysisHistory();
    Set<String> beyond = new HashSet<>();
    int successful = 0;
    int unsuccessful = 0;
    for (Experiment experiment : youngestFirst(others)) {
      boolean kept = pass.state.replicaSet(experiment.podHash()).isPresent();
      if (kept && experiment.phase() == AnalysisPhase.SUCCESSFUL) {
        kept = ++successful <= limits.successfulRunHistoryLimit();
      } else if (kept && experiment.phase().bad()) {
        kept = ++unsuccessful <= limits.unsuccessfulRunHistoryLimit();
      }
      if (!kept) {
        beyond.add(experiment.name());
      }
    }
    return beyond;
  }

  private static List<Experiment> youngestFirst(List<Experiment> experiments) {
    return experiments.stream()
        .sorted(
            Comparator.comparing(Experiment::createdAt).thenComparing(Experiment::name).reversed())
        .toList();
  }
}
