package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was last asked for: a canary has one split between its two Services, a blue-green rollout
 * one for each Service that routes lead to.
 */
final class LastSplits {

  private final Map<String, Map<List<String>, TrafficSplit>> byRollout = new ConcurrentHashMap<>();

  void put(TrafficSplit split) {
    byRollout
        .computeIfAbsent(split.rollout(), rollout -> new ConcurrentHashMap<>())
        .put(List.of(split.canaryService(), split.stableService()), split);
  }

  /** Empty before the first. */
  List<TrafficSplit> of(String rollout) {
    return List.copyOf(byRollout.getOrDefault(rollout, Map.of()).values());
  }

  /** The HTTPRoutes of a rollout. */
  List<String> routes(String rollout) {
    return of(rollout).stream().flatMap(split -> split.httpRoutes().stream()).distinct().toList();
  }
}
