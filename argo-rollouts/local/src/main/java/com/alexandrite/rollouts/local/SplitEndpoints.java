package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.local.haproxy.Endpoint;
import java.util.List;
import java.util.Map;

/** Which pods take the requests of a split. Pods that do not serve are on their way out. */
final class SplitEndpoints {
  private static final int EQUAL = 100;

  private final TrafficSplit split;
  private final PodDirectory directory;
  private final List<Pod> pods;
  private final List<Pod> stable;
  private final List<Pod> canary;

  SplitEndpoints(TrafficSplit split, PodDirectory directory) {
    this.split = split;
    this.directory = directory;
    pods = directory.pods(split.rollout());
    stable = serving(split.stableHash());
    boolean twoArms = !split.canaryHash().equals(split.stableHash());
    canary = twoArms ? serving(split.canaryHash()) : List.of();
  }

  /** Both arms and what an experiment adds, each with its share. */
  List<Endpoint> weighted() {
    int percent = split.canaryHash().equals(split.stableHash()) ? 0 : split.canaryWeight();
    if (percent == 0 && stable.isEmpty() && isAmong(split.stableHash())) {
      // The canary is not wanted: better wait for stable's pods than to send everybody there.
      return List.of();
    }
    Map<Pod, Integer> weights = SplitWeights.of(split, this::serving);
    return pods.stream()
        .map(pod -> endpoint(pod, weights.getOrDefault(pod, 0), !weights.containsKey(pod)))
        .toList();
  }

  /** The canary alone, its pods alike. */
  List<Endpoint> canary() {
    return pods.stream()
        .map(pod -> canary.contains(pod) ? endpoint(pod, EQUAL, false) : endpoint(pod, 0, true))
        .toList();
  }

  private List<Pod> serving(String hash) {
    return pods.stream()
        .filter(pod -> pod.hash().equals(hash) && pod.ready() && !directory.isLeaving(pod))
        .toList();
  }

  private boolean isAmong(String hash) {
    return pods.stream().anyMatch(pod -> pod.hash().equals(hash));
  }

  private static Endpoint endpoint(Pod pod, int weight, boolean leaving) {
    return new Endpoint(Pod.ADDRESS, pod.port(), pod.managementPort(), weight, leaving);
  }
}
