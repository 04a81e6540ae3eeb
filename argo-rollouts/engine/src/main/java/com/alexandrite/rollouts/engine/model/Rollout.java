package com.alexandrite.rollouts.engine.model;

import java.util.Map;

/**
 * A Rollout: what is wanted (spec) and how far it is (status).
 *
 * @param generation grows by one with each change of the spec
 * @param revision the number of the revision that the spec wants; 0 before the first
 * @param annotations of the manifest's metadata
 */
public record Rollout(
    String name,
    String namespace,
    long generation,
    int revision,
    Map<String, String> annotations,
    RolloutSpec spec,
    RolloutStatus status) {

  public Rollout {
    annotations = Map.copyOf(annotations);
  }

  /** A rollout that was never reconciled. */
  public static Rollout of(
      String name, String namespace, Map<String, String> annotations, RolloutSpec spec) {
    return new Rollout(name, namespace, 1, 0, annotations, spec, RolloutStatus.initial());
  }

  /** The same rollout with another spec: a new generation, unless nothing changed. */
  public Rollout withSpec(RolloutSpec changed) {
    return changed.equals(spec)
        ? this
        : new Rollout(name, namespace, generation + 1, revision, annotations, changed, status);
  }

  public Rollout withStatus(RolloutStatus changed) {
    return new Rollout(name, namespace, generation, revision, annotations, spec, changed);
  }

  public Rollout withRevision(int changed) {
    return new Rollout(name, namespace, generation, changed, annotations, spec, status);
  }

  public Rollout withAnnotations(Map<String, String> changed) {
    return new Rollout(name, namespace, generation, revision, changed, spec, status);
  }

  /** Whether the wanted revision is the stable one, so that no update is under way. */
  public boolean fullyPromoted() {
    return status.stableRS().equals(status.currentPodHash());
  }
}
