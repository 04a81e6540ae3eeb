package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything the engine knows about one rollout: the one document that is loaded, changed and saved
 * as a whole.
 *
 * @param rollout what is wanted and how far it is
 * @param replicaSets every revision that is still kept, in the order of creation
 * @param analysisRuns every run that is still kept, in the order of creation
 * @param templates the AnalysisTemplates of the manifests
 * @param services the Services of the manifests and the revision each selects now
 */
public record RolloutState(
    Rollout rollout,
    List<ReplicaSet> replicaSets,
    List<AnalysisRun> analysisRuns,
    List<AnalysisTemplate> templates,
    List<ServiceSelection> services) {

  public RolloutState {
    replicaSets = List.copyOf(replicaSets);
    analysisRuns = List.copyOf(analysisRuns);
    templates = List.copyOf(templates);
    services = List.copyOf(services);
  }

  /** A rollout as first applied: nothing runs yet. */
  public static RolloutState initial(
      Rollout rollout, List<AnalysisTemplate> templates, List<ServiceSelection> services) {
    return new RolloutState(rollout, List.of(), List.of(), templates, services);
  }

  /** The replica set with this pod template hash. */
  public Optional<ReplicaSet> replicaSet(String hash) {
    return replicaSets.stream().filter(replicaSet -> replicaSet.hash().equals(hash)).findFirst();
  }

  /** The service of this name. */
  public Optional<ServiceSelection> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  public RolloutState withRollout(Rollout changed) {
    return new RolloutState(changed, replicaSets, analysisRuns, templates, services);
  }

  public RolloutState withSpec(UnaryOperator<RolloutSpec> change) {
    return withRollout(rollout.withSpec(change.apply(rollout.spec())));
  }

  public RolloutState withStatus(UnaryOperator<RolloutStatus> change) {
    return withRollout(rollout.withStatus(change.apply(rollout.status())));
  }

  public RolloutState withReplicaSets(List<ReplicaSet> changed) {
    return new RolloutState(rollout, changed, analysisRuns, templates, services);
  }

  public RolloutState withAnalysisRuns(List<AnalysisRun> changed) {
    return new RolloutState(rollout, replicaSets, changed, templates, services);
  }

  /** The same state with the run of the same name replaced. */
  public RolloutState withAnalysisRun(AnalysisRun changed) {
    return withAnalysisRuns(
        analysisRuns.stream()
            .map(run -> run.name().equals(changed.name()) ? changed : run)
            .toList());
  }

  public RolloutState withTemplates(List<AnalysisTemplate> changed) {
    return new RolloutState(rollout, replicaSets, analysisRuns, changed, services);
  }

  public RolloutState withServices(List<ServiceSelection> changed) {
    return new RolloutState(rollout, replicaSets, analysisRuns, templates, changed);
  }
}
