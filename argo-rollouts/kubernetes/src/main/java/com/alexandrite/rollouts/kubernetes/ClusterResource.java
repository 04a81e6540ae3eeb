package com.alexandrite.rollouts.kubernetes;

import java.util.Arrays;

/** The kinds of objects that are read or changed; the names are those of the API's addresses. */
public enum ClusterResource {
  ROLLOUTS("argoproj.io", "v1alpha1", "Rollout", "rollouts"),
  ANALYSIS_RUNS("argoproj.io", "v1alpha1", "AnalysisRun", "analysisruns"),
  EXPERIMENTS("argoproj.io", "v1alpha1", "Experiment", "experiments"),
  REPLICA_SETS("apps", "v1", "ReplicaSet", "replicasets"),
  PODS("", "v1", "Pod", "pods"),
  /** Only where a Rollout takes its template from one, by {@code workloadRef}. */
  DEPLOYMENTS("apps", "v1", "Deployment", "deployments");

  private final String group;
  private final String version;
  private final String kind;
  private final String plural;

  ClusterResource(String group, String version, String kind, String plural) {
    this.group = group;
    this.version = version;
    this.kind = kind;
    this.plural = plural;
  }

  static ClusterResource of(String plural) {
    return Arrays.stream(values())
        .filter(one -> one.plural.equals(plural))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not steered here: " + plural));
  }

  /** API group; empty for the core. */
  public String group() {
    return group;
  }

  String version() {
    return version;
  }

  /** As an object names itself. */
  public String kind() {
    return kind;
  }

  /** As addresses and roles name it. */
  public String plural() {
    return plural;
  }
}
