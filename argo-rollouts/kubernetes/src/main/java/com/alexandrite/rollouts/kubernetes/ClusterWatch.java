package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.kubernetes.RolloutCluster.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All watches together: they give a rollout with everything that belongs to it. */
final class ClusterWatch implements AutoCloseable {
  private final List<ResourceWatch> watches = new ArrayList<>();
  private final Listener listener;

  ClusterWatch(ClusterClient client, List<String> namespaces, String selector, Listener listener) {
    this.listener = listener;
    for (String namespace : namespaces) {
      for (ClusterResource resource : ResourceWatch.WATCHED) {
        String labels = resource == ClusterResource.ROLLOUTS ? selector : "";
        watches.add(new ResourceWatch(client, resource, namespace, labels, this::changed));
      }
    }
  }

  void start() {
    watches.forEach(ResourceWatch::start);
  }

  private void changed(ClusterObject object) {
    rolloutOf(object).ifPresent(name -> listener.changed(object.namespace(), name));
  }

  private Optional<String> rolloutOf(ClusterObject object) {
    if (object.kind().equals(ClusterResource.ROLLOUTS.kind())) {
      return Optional.of(object.name());
    }
    return object
        .controller()
        .flatMap(owner ->
            ClusterResource.ROLLOUTS.kind().equals(owner.get("kind"))
                ? Optional.of(String.valueOf(owner.get("name")))
                : parent(object, String.valueOf(owner.get("name"))));
  }

  /** A pod belongs to a ReplicaSet, a run of an experiment to that; both belong to a rollout. */
  private Optional<String> parent(ClusterObject object, String owner) {
    return Stream.of(ClusterResource.REPLICA_SETS, ClusterResource.EXPERIMENTS)
        .flatMap(this::of)
        .flatMap(watch -> watch.get(object.namespace(), owner).stream())
        .filter(one -> object.isControlledBy(one))
        .findFirst()
        .flatMap(this::rolloutOf);
  }

  Stream<ClusterObject> rollouts() {
    return of(ClusterResource.ROLLOUTS).flatMap(ResourceWatch::all);
  }

  Optional<ClusterObject> rollout(String namespace, String name) {
    return of(ClusterResource.ROLLOUTS)
        .flatMap(watch -> watch.get(namespace, name).stream())
        .findFirst();
  }

  RolloutSight sight(ClusterObject rollout) {
    List<ClusterObject> replicaSets = controlled(ClusterResource.REPLICA_SETS, rollout);
    return new RolloutSight(
        rollout,
        replicaSets,
        replicaSets.stream()
            .flatMap(replicaSet -> controlled(ClusterResource.PODS, replicaSet).stream())
            .toList(),
        controlled(ClusterResource.ANALYSIS_RUNS, rollout),
        controlled(ClusterResource.EXPERIMENTS, rollout));
  }

  private List<ClusterObject> controlled(ClusterResource resource, ClusterObject owner) {
    return of(resource).flatMap(watch -> watch.controlledBy(owner)).toList();
  }

  private Stream<ResourceWatch> of(ClusterResource resource) {
    return watches.stream().filter(watch -> watch.resource() == resource);
  }

  List<WatchState> states() {
    return watches.stream().map(ResourceWatch::state).toList();
  }

  @Override
  public void close() {
    watches.forEach(ResourceWatch::close);
  }
}
