package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler;
import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler.Outcome;
import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler.World;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.AnalysisState;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The experiments that a rollout has begun, whether it still waits for them or not. */
final class Experiments {

  private final Pass pass;

  Experiments(Pass pass) {
    this.pass = pass;
  }

  /** Carries each one pass further, and finds the current step's. */
  void carryOn() {
    pass.state.experiments().forEach(this::carryOn);
    pass.experiment = pass.state.experiment(pass.old().canary().currentExperiment()).orElse(null);
  }

  private void carryOn(Experiment before) {
    World world =
        new World(
            pass.seen().pods(), pass.state.analysisRuns(), pass.state.templates(), pass.now());
    Outcome outcome = ExperimentReconciler.reconcile(before, world);
    Experiment after = outcome.experiment();
    pass.state =
        pass.state.withExperiment(after).withAnalysisRuns(runs(pass.state.analysisRuns(), outcome));
    applyChanged(before, after);
    tellAnalyses(before, after);
    if (outcome.wakeAt() != null) {
      pass.wake(outcome.wakeAt());
    }
  }

  private static List<AnalysisRun> runs(List<AnalysisRun> known, Outcome outcome) {
    List<AnalysisRun> runs = new ArrayList<>();
    for (AnalysisRun run : known) {
      boolean ended = outcome.ended().contains(run.name());
      runs.add(ended ? run.withState(run.state().terminating()) : run);
    }
    runs.addAll(outcome.begun());
    return runs;
  }

  private void applyChanged(Experiment before, Experiment after) {
    List<ReplicaSet> known = before.replicaSets();
    after.replicaSets().stream()
        .filter(Predicate.not(known::contains))
        .forEach(changed -> pass.act(new Action.ApplyReplicaSet(changed)));
  }

  private void tellAnalyses(Experiment before, Experiment after) {
    for (AnalysisState state : after.analyses()) {
      String old = before.analysis(state.name()).map(it -> it.phase().text()).orElse("");
      String phase = state.phase().text();
      if (phase.isEmpty() || phase.equals(old)) {
        continue;
      }
      String message =
          "AnalysisRun '%s' transitioned from %s -> %s".formatted(state.name(), old, phase)
              + (state.message().isEmpty() ? "" : ": " + state.message());
      if (state.phase().bad()) {
        pass.warn("AnalysisRun" + phase, message);
      } else {
        pass.tell("AnalysisRun" + phase, message);
      }
    }
  }

  /** Asks experiments to end; what has ended stays as it is. */
  void end(Predicate<Experiment> which) {
    pass.state.experiments().stream()
        .filter(which)
        .filter(experiment -> !experiment.terminate() && !experiment.phase().completed())
        .forEach(experiment -> pass.state = pass.state.withExperiment(experiment.terminating()));
  }

  /** Forgets experiments, and with them their pods and runs. */
  void forget(Set<String> names) {
    if (names.isEmpty()) {
      return;
    }
    Set<String> runs = new HashSet<>();
    List<Experiment> kept = new ArrayList<>();
    for (Experiment experiment : pass.state.experiments()) {
      if (names.contains(experiment.name())) {
        experiment.analyses().forEach(state -> runs.add(String.valueOf(state.run())));
        experiment.replicaSets().forEach(this::delete);
      } else {
        kept.add(experiment);
      }
    }
    pass.state =
        pass.state
            .withExperiments(kept)
            .withAnalysisRuns(
                pass.state.analysisRuns().stream()
                    .filter(run -> !runs.contains(run.name()))
                    .toList());
  }

  private void delete(ReplicaSet replicaSet) {
    pass.act(new Action.DeleteReplicaSet(replicaSet.hash()));
  }
}
