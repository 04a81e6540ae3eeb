package com.alexandrite.rollouts.kubernetes;

import java.util.List;

/**
 * A Rollout with everything that belongs to it, as the watches last saw it.
 *
 * @param rollout the object itself
 * @param replicaSets its revisions, in no order
 * @param pods of these
 * @param analysisRuns that it controls
 * @param experiments that it controls
 */
public record RolloutSight(
    ClusterObject rollout,
    List<ClusterObject> replicaSets,
    List<ClusterObject> pods,
    List<ClusterObject> analysisRuns,
    List<ClusterObject> experiments) {

  /** Copies the lists. */
  public RolloutSight {
    replicaSets = List.copyOf(replicaSets);
    pods = List.copyOf(pods);
    analysisRuns = List.copyOf(analysisRuns);
    experiments = List.copyOf(experiments);
  }
}
