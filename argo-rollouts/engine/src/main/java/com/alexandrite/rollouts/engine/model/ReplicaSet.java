package com.alexandrite.rollouts.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision's pods as they are wanted.
 *
 * @param hash of the pod template: names the revision wherever it is routed to or measured
 * @param replicas pods wanted of this revision
 * @param desiredReplicas the rollout's spec.replicas when this was last scaled
 * @param scaleDownDeadline when it goes away; null = not going
 */
public record ReplicaSet(
    String hash,
    int revision,
    PodTemplate template,
    int replicas,
    int desiredReplicas,
    int minReadySeconds,
    Instant createdAt,
    @Nullable Instant scaleDownDeadline) {

  /** The revision number of pods that belong to an experiment. */
  public static final int OF_EXPERIMENT = 0;

  public ReplicaSet withReplicas(int changed, int rolloutReplicas) {
    return new ReplicaSet(
        hash,
        revision,
        template,
        changed,
        rolloutReplicas,
        minReadySeconds,
        createdAt,
        scaleDownDeadline);
  }

  public ReplicaSet withRevision(int changed, int newMinReadySeconds) {
    return new ReplicaSet(
        hash,
        changed,
        template,
        replicas,
        desiredReplicas,
        newMinReadySeconds,
        createdAt,
        scaleDownDeadline);
  }

  public ReplicaSet withScaleDownDeadline(@Nullable Instant changed) {
    return new ReplicaSet(
        hash, revision, template, replicas, desiredReplicas, minReadySeconds, createdAt, changed);
  }
}
