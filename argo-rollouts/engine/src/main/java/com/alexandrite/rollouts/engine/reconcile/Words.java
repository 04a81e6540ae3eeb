package com.alexandrite.rollouts.engine.reconcile;

/** The words of conditions and events: Argo's, because dashboards and people know them. */
final class Words {

  static final String PROGRESSING = "Progressing";
  static final String PAUSED = "Paused";
  static final String HEALTHY = "Healthy";
  static final String AVAILABLE = "Available";
  static final String COMPLETED = "Completed";
  static final String INVALID_SPEC = "InvalidSpec";

  static final String NEW_REPLICA_SET_CREATED = "NewReplicaSetCreated";
  static final String NEW_REPLICA_SET_AVAILABLE = "NewReplicaSetAvailable";
  static final String REPLICA_SET_UPDATED = "ReplicaSetUpdated";
  static final String REPLICA_SET_NOT_AVAILABLE = "ReplicaSetNotAvailable";
  static final String ROLLOUT_PAUSED = "RolloutPaused";
  static final String ROLLOUT_RESUMED = "RolloutResumed";
  static final String ROLLOUT_RETRY = "RolloutRetry";
  static final String ROLLOUT_ABORTED = "RolloutAborted";
  static final String ROLLOUT_UPDATED = "RolloutUpdated";
  static final String ROLLOUT_HEALTHY = "RolloutHealthy";
  static final String ROLLOUT_COMPLETED = "RolloutCompleted";
  static final String STEP_COMPLETED = "RolloutStepCompleted";
  static final String AVAILABLE_REASON = "AvailableReason";
  static final String PROGRESS_DEADLINE_EXCEEDED = "ProgressDeadlineExceeded";
  static final String SKIP_STEPS = "SkipSteps";
  static final String SWITCH_SERVICE = "SwitchService";
  static final String TRAFFIC_WEIGHT_UPDATED = "TrafficWeightUpdated";
  static final String SCALING_REPLICA_SET = "ScalingReplicaSet";

  static final String TRUE = "True";
  static final String FALSE = "False";
  static final String UNKNOWN = "Unknown";

  private Words() {}

  /** The name that messages give a revision's pods. */
  static String replicaSetName(Pass pass) {
    return pass.rollout().name() + "-" + pass.desiredHash();
  }
}
