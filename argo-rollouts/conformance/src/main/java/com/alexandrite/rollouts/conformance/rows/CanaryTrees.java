package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.conformance.TraceVectors;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions.Pods;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Specs, statuses and revisions as the records of single decisions write them. */
final class CanaryTrees {

  private static final List<String> STATUS =
      List.of("abort", "promoteFull", "currentStepIndex", "stableRS", "currentPodHash");

  private CanaryTrees() {}

  /** The decisions about the row's rollout. */
  static CanaryDecisions decisions(Map<String, ? extends @Nullable Object> in) {
    return new CanaryDecisions(spec(Tree.map(in, "spec")), status(Tree.map(in, "status")));
  }

  /** What a spec says; what is wrong with it or not executed does not matter to one decision. */
  private static RolloutSpec spec(Map<String, @Nullable Object> spec) {
    Map<String, @Nullable Object> strategy = Tree.map(spec, "strategy");
    Map<String, @Nullable Object> canary = routed(Tree.map(strategy, "canary"));
    Map<String, @Nullable Object> complete = new LinkedHashMap<>(spec);
    complete.put("strategy", Map.of("canary", canary));
    Map<String, Object> document = Map.of("metadata", Map.of("name", "demo"), "spec", complete);
    return new RolloutReader(TraceVectors.capabilities())
        .read(document, (path, problem, advice) -> {})
        .spec();
  }

  /** Which router it is does not matter to one decision, only that there is one. */
  private static Map<String, @Nullable Object> routed(Map<String, @Nullable Object> canary) {
    if (!(canary.get("trafficRouting") instanceof Map<?, ?>)) {
      return canary;
    }
    Map<String, @Nullable Object> routing = new LinkedHashMap<>(Tree.map(canary, "trafficRouting"));
    routing.put("plugins", Map.of(TraceVectors.ROUTER, Map.of()));
    Map<String, @Nullable Object> routed = new LinkedHashMap<>(canary);
    routed.put("trafficRouting", routing);
    return routed;
  }

  private static RolloutStatus status(Map<String, @Nullable Object> status) {
    Map<String, Object> data = new LinkedHashMap<>(PlainData.of(RolloutStatus.initial()));
    for (String field : STATUS) {
      Object value = status.get(field);
      if (value != null) {
        data.put(field, value);
      }
    }
    return PlainData.read(data, RolloutStatus.class);
  }

  static @Nullable Pods pods(Map<String, ? extends @Nullable Object> in, String name) {
    return in.get(name) instanceof Map<?, ?> ? pods(Tree.map(in, name)) : null;
  }

  static List<Pods> allPods(Map<String, ? extends @Nullable Object> in, String name) {
    return Tree.maps(in, name).stream().map(CanaryTrees::pods).toList();
  }

  private static Pods pods(Map<String, @Nullable Object> tree) {
    return new Pods(
        Data.text(tree.getOrDefault("hash", tree.get("name"))),
        Tree.number(tree, "replicas"),
        Tree.number(tree, "createdReplicas"),
        Tree.number(tree, "availableReplicas"));
  }

  static @Nullable TrafficWeights weights(Map<String, ? extends @Nullable Object> in) {
    Map<String, @Nullable Object> weights = Tree.map(in, "weights");
    if (weights.isEmpty()) {
      return null;
    }
    Object verified = weights.get("verified");
    return new TrafficWeights(
        new WeightDestination("", "", Tree.number(weights, "canary")),
        new WeightDestination("", "", Tree.number(weights, "stable")),
        verified instanceof Boolean answer ? answer : null,
        List.of());
  }
}
