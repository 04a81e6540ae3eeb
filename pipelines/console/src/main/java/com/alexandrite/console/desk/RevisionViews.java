package com.alexandrite.console.desk;

import com.alexandrite.console.loop.Sighting;
import com.alexandrite.console.release.Release;
import com.alexandrite.console.release.Versions;
import com.alexandrite.console.view.RevisionView;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The revisions that are kept, newest first. */
final class RevisionViews {
  private RevisionViews() {}

  static List<RevisionView> of(RolloutState state, Sighting seen, List<Release> history) {
    return state.replicaSets().stream()
        .sorted(Comparator.comparingInt(ReplicaSet::revision).reversed())
        .map(replicaSet -> view(state, replicaSet, seen, history))
        .toList();
  }

  private static RevisionView view(
      RolloutState state, ReplicaSet replicaSet, Sighting seen, List<Release> history) {
    var container = replicaSet.template().container();
    return new RevisionView(
        replicaSet.revision(),
        Versions.of(replicaSet.template()),
        container.image(),
        replicaSet.hash(),
        role(state, replicaSet.hash()),
        replicaSet.replicas(),
        seen.ready(replicaSet.hash()),
        gitRevision(replicaSet.hash(), history),
        replicaSet.createdAt(),
        container.env().get("ALEXANDRITE_DRILL"));
  }

  private static String role(RolloutState state, String hash) {
    BlueGreenStatus blueGreen = state.rollout().status().blueGreen();
    if (hash.equals(blueGreen.activeSelector())) {
      return "active";
    }
    if (hash.equals(blueGreen.previewSelector())) {
      return "preview";
    }
    if (hash.equals(state.rollout().status().stableRS())) {
      return "stable";
    }
    return hash.equals(state.rollout().status().currentPodHash()) ? "canary" : "old";
  }

  private static @Nullable String gitRevision(String hash, List<Release> history) {
    return history.stream()
        .filter(release -> release.toHash().equals(hash))
        .map(Release::gitRevision)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
