package com.alexandrite.rollouts.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine knows about one rollout: the one document that is loaded, changed and saved
 * as a whole.
 *
 * @param rollout what is wanted and how far it is
 * @param replicaSets every revision that is still kept, in the order of creation
 * @param analysisRuns every run that is still kept, in the order of creation
 * @param templates the AnalysisTemplates of the manifests
 * @param services the Services of the manifests and the revision each selects now
 * @param experiments every experiment that is still kept, in the order of creation
 */
public record RolloutState(
    Rollout rollout,
    List<ReplicaSet> replicaSets,
    List<AnalysisRun> analysisRuns,
    List<AnalysisTemplate> templates,
    List<ServiceSelection> services,
    List<Experiment> experiments) {

  public RolloutState {
    replicaSets = List.copyOf(replicaSets);
    analysisRuns = List.copyOf(analysisRuns);
    templates = List.copyOf(templates);
    services = List.copyOf(services);
    // A document that was saved before there were experiments has none.
    experiments = List.copyOf(Objects.requireNonNullElse(experiments, List.of()));
  }

  /** A rollout as first applied: nothing runs yet. */
  public static RolloutState initial(
      Rollout rollout, List<AnalysisTemplate> templates, List<ServiceSelection> services) {
    return new RolloutState(rollout, List.of(), List.of(), templates, services, List.of());
  }

  /** The replica set with this pod template hash. */
  public Optional<ReplicaSet> replicaSet(String hash) {
    for (ReplicaSet replicaSet : replicaSets) {
      if (replicaSet.hash().equals(hash)) {
        return Optional.of(replicaSet);
      }
    }
    return Optional.empty();
  }

  /** The service of this name. */
  public Optional<ServiceSelection> service(String name) {
    for (ServiceSelection service : services) {
      if (service.name().equals(name)) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  public RolloutState withRollout(Rollout changed) {
    return new RolloutState(changed, replicaSets, analysisRuns, templates, services, experiments);
  }

  public RolloutState withSpec(UnaryOperator<RolloutSpec> change) {
    return withRollout(rollout.withSpec(change.apply(rollout.spec())));
  }

  public RolloutState withStatus(UnaryOperator<RolloutStatus> change) {
    return withRollout(rollout.withStatus(change.apply(rollout.status())));
  }

  public RolloutState withReplicaSets(List<ReplicaSet> changed) {
    return new RolloutState(rollout, changed, analysisRuns, templates, services, experiments);
  }

  public RolloutState withAnalysisRuns(List<AnalysisRun> changed) {
    return new RolloutState(rollout, replicaSets, changed, templates, services, experiments);
  }

  /** The same state with the run of the same name replaced. */
  public RolloutState withAnalysisRun(AnalysisRun changed) {
    List<AnalysisRun> runs = new ArrayList<>(analysisRuns);
    runs.replaceAll(run -> run.name().equals(changed.name()) ? changed : run);
    return withAnalysisRuns(runs);
  }

  public RolloutState withTemplates(List<AnalysisTemplate> changed) {
    return new RolloutState(rollout, replicaSets, analysisRuns, changed, services, experiments);
  }

  public RolloutState withServices(List<ServiceSelection> changed) {
    return new RolloutState(rollout, replicaSets, analysisRuns, templates, changed, experiments);
  }

  public RolloutState withExperiments(List<Experiment> changed) {
    return new RolloutState(rollout, replicaSets, analysisRuns, templates, services, changed);
  }

  /** The same state with the experiment of the same name replaced. */
  public RolloutState withExperiment(Experiment changed) {
    return withExperiments(
        experiments.stream()
            .map(known -> known.name().equals(changed.name()) ? changed : known)
            .toList());
  }

  /** The experiment of this name. */
  public Optional<Experiment> experiment(@Nullable String name) {
    return experiments.stream().filter(known -> known.name().equals(name)).findFirst();
  }

  /** Everything whose pods run: the revisions and the experiments' own. */
  public List<ReplicaSet> allReplicaSets() {
    List<ReplicaSet> all = new ArrayList<>(replicaSets);
    experiments.forEach(experiment -> all.addAll(experiment.replicaSets()));
    return all;
  }
}
