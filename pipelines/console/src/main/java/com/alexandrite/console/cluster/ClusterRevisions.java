package com.alexandrite.console.cluster;

import com.alexandrite.console.view.ConditionView;
import com.alexandrite.console.view.PodView;
import com.alexandrite.console.view.RevisionView;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revisions, pods and conditions of a cluster's rollout. */
final class ClusterRevisions {
  private ClusterRevisions() {}

  /** Newest first. */
  static List<RevisionView> of(ClusterRollout rollout) {
    return rollout.sight().replicaSets().stream()
        .sorted(Comparator.comparingInt(ClusterRollout::revision).reversed())
        .map(one -> view(rollout, one))
        .toList();
  }

  private static RevisionView view(ClusterRollout rollout, ClusterObject replicaSet) {
    String hash = replicaSet.label(ClusterRollout.HASH);
    return new RevisionView(
        ClusterRollout.revision(replicaSet),
        rollout.version(replicaSet),
        rollout.image(replicaSet),
        hash,
        role(rollout, hash),
        Data.integer(replicaSet.spec().get("replicas"), 0),
        Data.integer(replicaSet.status().get("readyReplicas"), 0),
        null,
        ClusterRollout.createdAt(replicaSet),
        null);
  }

  private static String role(ClusterRollout rollout, String hash) {
    if (hash.equals(rollout.stableHash())) {
      return "stable";
    }
    return hash.equals(rollout.currentHash()) ? "canary" : "old";
  }

  static List<PodView> pods(ClusterRollout rollout) {
    return rollout.sight().pods().stream()
        .map(pod -> pod(rollout, pod))
        .sorted(
            Comparator.comparing(PodView::revision, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(PodView::name))
        .toList();
  }

  private static PodView pod(ClusterRollout rollout, ClusterObject pod) {
    List<Map<String, Object>> containers =
        Data.list(pod.status().get("containerStatuses")).stream().map(Data::map).toList();
    int restarts =
        containers.stream().mapToInt(one -> Data.integer(one.get("restartCount"), 0)).sum();
    boolean leaving = pod.metadata().containsKey("deletionTimestamp");
    return new PodView(
        pod.name(),
        revision(rollout, pod),
        leaving ? "Terminating" : Data.text(pod.status().get("phase")),
        isReady(pod),
        restarts,
        ClusterRollout.createdAt(pod),
        detail(pod, containers));
  }

  private static @Nullable Integer revision(ClusterRollout rollout, ClusterObject pod) {
    return rollout
        .replicaSet(pod.label(ClusterRollout.HASH))
        .map(ClusterRollout::revision)
        .orElse(null);
  }

  private static boolean isReady(ClusterObject pod) {
    return Data.list(pod.status().get("conditions")).stream()
        .map(Data::map)
        .anyMatch(one -> "Ready".equals(one.get("type")) && "True".equals(one.get("status")));
  }

  /** Such as ImagePullBackOff, or that no node has room. */
  private static String detail(ClusterObject pod, List<Map<String, Object>> containers) {
    return containers.stream()
        .map(one -> Data.map(Data.map(one.get("state")).get("waiting")))
        .filter(waiting -> !waiting.isEmpty())
        .map(waiting -> told(waiting.get("reason"), waiting.get("message")))
        .findFirst()
        .orElseGet(() -> Data.text(pod.status().get("message")));
  }

  private static String told(@Nullable Object reason, @Nullable Object message) {
    return message == null ? Data.text(reason) : Data.text(reason) + ": " + message;
  }

  static List<ConditionView> conditions(ClusterRollout rollout) {
    return Data.list(rollout.status().get("conditions")).stream()
        .map(Data::map)
        .map(one ->
            new ConditionView(
                Data.text(one.get("type")),
                Data.text(one.get("status")),
                Data.text(one.get("reason")),
                Data.text(one.get("message")),
                ClusterRollout.time(one.get("lastTransitionTime"))))
        .toList();
  }
}
