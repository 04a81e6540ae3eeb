package com.alexandrite.console.cluster;

import com.alexandrite.console.cluster.RolloutNames.Place;
import com.alexandrite.console.place.OnCluster;
import com.alexandrite.console.view.ConditionView;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.rollouts.kubernetes.RolloutCluster;
import com.alexandrite.rollouts.kubernetes.WatchState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the watches have seen; until they have seen everything once, nothing is said to be all. */
@Component
@OnCluster
class SeenRollouts {
  private final RolloutCluster cluster;
  private final RolloutNames names;

  SeenRollouts(RolloutCluster cluster, RolloutNames names) {
    this.cluster = cluster;
    this.names = names;
  }

  Stream<ClusterRollout> all() {
    requireSync();
    return cluster.rollouts().stream().map(ClusterRollout::new);
  }

  Optional<ClusterRollout> one(String name) {
    requireSync();
    Place place = names.place(name);
    return cluster.rollout(place.namespace(), place.rollout()).map(ClusterRollout::new);
  }

  private void requireSync() {
    if (!cluster.isSynced()) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "cluster-away",
          "The cluster's rollouts are not known yet: " + failures(),
          "Look at the kubeconfig, the account's Role and whether Argo Rollouts is installed.");
    }
  }

  /** The controller's, and one of our own while what is shown may be old. */
  List<ConditionView> conditions(ClusterRollout rollout) {
    List<ConditionView> told = ClusterRevisions.conditions(rollout);
    if (cluster.isWatching()) {
      return told;
    }
    var old = new ConditionView("Watching", "False", "WatchAway", failures(), null);
    return Stream.concat(Stream.of(old), told.stream()).toList();
  }

  private String failures() {
    String told =
        cluster.watches().stream()
            .filter(watch -> !watch.watching())
            .map(WatchState::failure)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return told.isEmpty() ? "it has not answered yet" : told;
  }
}
