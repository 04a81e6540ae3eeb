package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.port.TrafficRouter.Share;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.local.haproxy.ServerWeights;
import com.alexandrite.rollouts.local.haproxy.TrafficShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What weight each pod that takes requests has in a split. */
final class SplitWeights {

  private final TrafficSplit split;
  private final List<List<Pod>> groups = new ArrayList<>();
  private final List<Integer> percents = new ArrayList<>();

  private SplitWeights(TrafficSplit split, Function<String, List<Pod>> serving) {
    this.split = split;
    boolean twoArms = !split.canaryHash().equals(split.stableHash());
    add(serving.apply(split.stableHash()), split.stableWeight());
    add(
        twoArms ? serving.apply(split.canaryHash()) : List.of(),
        twoArms ? split.canaryWeight() : 0);
    for (Share share : split.additional()) {
      add(serving.apply(share.hash()), share.weight());
    }
  }

  /**
   * The weights by pod.
   *
   * @param serving the pods of a revision that take requests
   */
  static Map<Pod, Integer> of(TrafficSplit split, Function<String, List<Pod>> serving) {
    SplitWeights weights = new SplitWeights(split, serving);
    return weights.byPod(weights.onlyTwoArms() ? weights.betweenTheArms() : weights.betweenAll());
  }

  private void add(List<Pod> pods, int percent) {
    groups.add(pods);
    percents.add(percent);
  }

  /** Whether no further group can take its share, or there is none. */
  private boolean onlyTwoArms() {
    for (int i = 2; i < groups.size(); i++) {
      if (percents.get(i) > 0 && !groups.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private List<List<Integer>> betweenTheArms() {
    boolean twoArms = !split.canaryHash().equals(split.stableHash());
    TrafficShare share =
        TrafficShare.of(
            twoArms ? split.canaryWeight() : 0, groups.get(0).size(), groups.get(1).size());
    List<List<Integer>> weights = new ArrayList<>(List.of(share.stable(), share.canary()));
    groups.stream().skip(2).map(group -> group.stream().map(_ -> 0).toList()).forEach(weights::add);
    return weights;
  }

  /** What a group without a pod can't take stays with stable, if that has one. */
  private List<List<Integer>> betweenAll() {
    List<Integer> parts = new ArrayList<>(percents);
    int left = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (groups.get(i).isEmpty()) {
        left += parts.get(i);
        parts.set(i, 0);
      }
    }
    if (!groups.getFirst().isEmpty()) {
      parts.set(0, parts.getFirst() + left);
    }
    return ServerWeights.of(parts, groups.stream().map(List::size).toList());
  }

  private Map<Pod, Integer> byPod(List<List<Integer>> weights) {
    Map<Pod, Integer> byPod = new LinkedHashMap<>();
    for (int group = 0; group < groups.size(); group++) {
      for (int i = 0; i < groups.get(group).size(); i++) {
        byPod.put(groups.get(group).get(i), weights.get(group).get(i));
      }
    }
    return byPod;
  }
}
