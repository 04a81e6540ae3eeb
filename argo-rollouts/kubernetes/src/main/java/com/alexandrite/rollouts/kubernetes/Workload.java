package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.Map;

/** Where a Rollout has its pod template from. */
sealed interface Workload {
  /** From its own {@code spec.template}. */
  record Own() implements Workload {}

  /** From a Deployment, by {@code spec.workloadRef}. */
  record Deployment(String name) implements Workload {}

  /** From something that is not steered here. */
  record Other(String kind) implements Workload {}

  static Workload of(ClusterObject rollout) {
    Map<String, Object> reference = Data.map(rollout.spec().get("workloadRef"));
    if (reference.isEmpty()) {
      return new Own();
    }
    String kind = Data.text(reference.get("kind"));
    return kind.equals("Deployment")
        ? new Deployment(Data.text(reference.get("name")))
        : new Other(kind);
  }
}
