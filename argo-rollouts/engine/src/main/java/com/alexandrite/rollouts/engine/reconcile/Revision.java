package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A replica set as it was wanted and seen when the pass began. */
record Revision(ReplicaSet set, ReplicaCounts pods) {

  String hash() {
    return set.hash();
  }

  int wanted() {
    return set.replicas();
  }

  int created() {
    return pods.created();
  }

  int available() {
    return pods.available();
  }

  @Nullable Instant scaleDownDeadline() {
    return set.scaleDownDeadline();
  }

  /** Whether it has exactly the rollout's number of pods, and all of them are available. */
  boolean saturates(int replicas) {
    return wanted() == replicas && set.desiredReplicas() == replicas && available() == replicas;
  }

  /** Whether every wanted pod is available, and there is one at all. */
  boolean fullyAvailable() {
    return wanted() != 0 && available() != 0 && wanted() <= available();
  }
}
