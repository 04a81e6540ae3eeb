package com.alexandrite.rollouts.conformance.rows;

import static java.util.Map.entry;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.ReplicaProgressThreshold;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions.Counts;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many pods canary and stable get, with a router and without. */
final class ReplicaRows {

  static final Map<String, Decision> DECISIONS =
      Map.ofEntries(
          entry("approximateReplicas", (in, want) -> approximate(in)),
          entry("basicCanaryReplicas", (in, want) -> counts(in)),
          entry("trafficCanaryReplicas", (in, want) -> counts(in)),
          entry("basicCanaryProgression", (in, want) -> progression(in)),
          entry("replicasForScaleDown", (in, want) -> scaleDown(in)),
          entry("desiredCanaryWeight", (in, want) -> weight(in)),
          entry("canaryReplicasOrWeight", (in, want) -> size(in)),
          entry("trafficWeightToReplicas", (in, want) -> replicasFor(in)),
          entry("checkMinPods", (in, want) -> minimum(in)),
          entry("progressThresholdMet", (in, want) -> threshold(in)),
          entry("atDesiredReplicas", (in, want) -> atDesired(in)));

  /** No way to a size is longer. */
  private static final int LONGEST_WAY = 1_000;

  private ReplicaRows() {}

  private static Map<String, Integer> tree(Counts counts) {
    return Map.of("canary", counts.canary(), "stable", counts.stable());
  }

  private static Map<String, Integer> approximate(Map<String, ? extends @Nullable Object> in) {
    return tree(
        CanaryDecisions.approximate(
            Tree.number(in, "replicas"),
            Tree.number(in, "weight"),
            Tree.number(in, "maxWeight"),
            Tree.number(in, "maxSurge")));
  }

  private static Map<String, Integer> counts(Map<String, ? extends @Nullable Object> in) {
    return tree(
        CanaryTrees.decisions(in)
            .counts(
                CanaryTrees.pods(in, "newRS"),
                CanaryTrees.pods(in, "stableRS"),
                CanaryTrees.allPods(in, "olderRSs"),
                CanaryTrees.weights(in)));
  }

  /** All pods become available between two decisions, until nothing changes any more. */
  private static Map<String, Object> progression(Map<String, ? extends @Nullable Object> in) {
    CanaryDecisions decisions = CanaryTrees.decisions(in);
    Map<String, @Nullable Object> start = Tree.map(in, "start");
    Counts now = new Counts(Tree.number(start, "canary"), Tree.number(start, "stable"));
    List<Map<String, Integer>> steps = new ArrayList<>();
    while (steps.size() < LONGEST_WAY) {
      Counts next =
          decisions.counts(
              available("canary", now.canary()),
              available("stable", now.stable()),
              List.of(),
              null);
      if (next.equals(now)) {
        break;
      }
      now = next;
      steps.add(tree(now));
    }
    return Map.of("steps", steps, "stuckOrDone", tree(now));
  }

  private static Pods available(String name, int count) {
    return new Pods(name, count, count, count);
  }

  private static Map<String, Integer> scaleDown(Map<String, ? extends @Nullable Object> in) {
    boolean ignoreAvailability = Tree.flag(in, "ignoreAvailability");
    return Map.of(
        "replicas", CanaryDecisions.forScaleDown(CanaryTrees.pods(in, "rs"), ignoreAvailability));
  }

  private static Map<String, Integer> weight(Map<String, ? extends @Nullable Object> in) {
    return Map.of(
        "weight",
        CanaryTrees.decisions(in)
            .weight(CanaryTrees.pods(in, "newRS"), CanaryTrees.pods(in, "stableRS")));
  }

  private static Map<String, Integer> size(Map<String, ? extends @Nullable Object> in) {
    CanaryDecisions decisions = CanaryTrees.decisions(in);
    Pods desired = CanaryTrees.pods(in, "newRS");
    Pods stable = CanaryTrees.pods(in, "stableRS");
    Integer replicas = decisions.explicitReplicas(desired, stable);
    return replicas == null
        ? Map.of("weight", decisions.sizingWeight(desired, stable))
        : Map.of("replicas", replicas);
  }

  private static Map<String, Integer> replicasFor(Map<String, ? extends @Nullable Object> in) {
    return Map.of(
        "replicas",
        CanaryDecisions.replicasFor(
            Tree.number(in, "replicas"), Tree.number(in, "weight"), Tree.number(in, "maxWeight")));
  }

  private static Map<String, Integer> minimum(Map<String, ? extends @Nullable Object> in) {
    return Map.of("count", CanaryTrees.decisions(in).atLeastMinimum(Tree.number(in, "count")));
  }

  private static Map<String, Boolean> threshold(Map<String, ? extends @Nullable Object> in) {
    Map<String, @Nullable Object> written = Tree.map(in, "replicaProgressThreshold");
    ReplicaProgressThreshold threshold =
        in.get("replicaProgressThreshold") == null
            ? null
            : new ReplicaProgressThreshold(
                Tree.text(written, "type"), Tree.number(written, "value"));
    return Map.of(
        "met",
        CanaryDecisions.thresholdMet(
            threshold, CanaryTrees.pods(in, "rs"), Tree.number(in, "desired")));
  }

  private static Map<String, Boolean> atDesired(Map<String, ? extends @Nullable Object> in) {
    return Map.of(
        "atDesired",
        CanaryTrees.decisions(in)
            .atDesired(
                CanaryTrees.pods(in, "newRS"),
                CanaryTrees.pods(in, "stableRS"),
                CanaryTrees.allPods(in, "olderRSs"),
                CanaryTrees.weights(in)));
  }
}
