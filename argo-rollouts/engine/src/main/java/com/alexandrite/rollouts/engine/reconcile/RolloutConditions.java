package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import java.util.Optional;

/** Writes the conditions that tell people and programs how a rollout does. */
final class RolloutConditions {

  private final Pass pass;

  RolloutConditions(Pass pass) {
    this.pass = pass;
  }

  RolloutCondition condition(String type, String status, String reason, String message) {
    return new RolloutCondition(type, status, reason, message, pass.storedNow(), pass.storedNow());
  }

  private boolean set(String type, String status, String reason, String message) {
    return pass.status.setCondition(condition(type, status, reason, message));
  }

  /** Sets all conditions for the status as it has become. */
  void update() {
    RolloutStatus current = pass.status.build();
    boolean healthy = Progress.healthy(pass.rollout(), current);
    boolean paused = !current.pauseConditions().isEmpty() || pass.spec().paused();
    boolean becameUnhealthy = updateHealthy(healthy && !paused);
    if (pass.pauses.aborted()) {
      updateAborted();
    } else {
      // A blue-green rollout that is paused after its switch has its pods, but has not arrived.
      boolean arrived = healthy && (!paused || Progress.completed(current));
      updateProgressing(current, arrived, becameUnhealthy);
    }
    updateAvailable(current);
    updateCompleted(current);
  }

  private boolean updateHealthy(boolean healthy) {
    if (healthy) {
      set(Words.HEALTHY, Words.TRUE, Words.ROLLOUT_HEALTHY, "Rollout is healthy");
      return false;
    }
    return pass.old().condition(Words.HEALTHY).isPresent()
        && set(Words.HEALTHY, Words.FALSE, Words.ROLLOUT_HEALTHY, "Rollout is not healthy");
  }

  private void updateAborted() {
    String cause = pass.pauses.abortMessage();
    String message =
        "Rollout aborted update to revision "
            + pass.state.rollout().revision()
            + (cause.isEmpty() ? "" : ": " + cause);
    if (set(Words.PROGRESSING, Words.FALSE, Words.ROLLOUT_ABORTED, message)) {
      pass.warn(Words.ROLLOUT_ABORTED, message);
    }
  }

  private void updateProgressing(RolloutStatus current, boolean healthy, boolean becameUnhealthy) {
    String name = Words.replicaSetName(pass);
    if (healthy) {
      set(
          Words.PROGRESSING,
          Words.TRUE,
          Words.NEW_REPLICA_SET_AVAILABLE,
          "ReplicaSet \"" + name + "\" has successfully progressed.");
    } else if (Progress.moving(pass.rollout(), current) || becameUnhealthy) {
      progressed(Progress.completed(current) && becameUnhealthy, name);
    } else if (!Progress.untimed(pass)
        && !Progress.waitingForScaleDown(pass)
        && Progress.timedOut(pass.rollout(), current, pass.now())) {
      set(Words.PROGRESSING, Words.FALSE, Words.PROGRESS_DEADLINE_EXCEEDED, timeOutMessage(pass));
    }
  }

  static String timeOutMessage(Pass pass) {
    return "ReplicaSet \"" + Words.replicaSetName(pass) + "\" has timed out progressing.";
  }

  /** Progress restarts the deadline's clock even when reason and status stay the same. */
  private void progressed(boolean lostPods, String name) {
    RolloutCondition changed =
        lostPods
            ? condition(
                Words.PROGRESSING,
                Words.TRUE,
                Words.REPLICA_SET_NOT_AVAILABLE,
                "Rollout does not have minimum availability")
            : condition(
                Words.PROGRESSING,
                Words.TRUE,
                Words.REPLICA_SET_UPDATED,
                "ReplicaSet \"" + name + "\" is progressing.");
    Optional<RolloutCondition> before = pass.old().condition(Words.PROGRESSING);
    pass.status.removeCondition(Words.PROGRESSING);
    pass.status.setCondition(
        before
            .filter(condition -> condition.status().equals(Words.TRUE))
            .map(condition -> since(changed, condition))
            .orElse(changed));
  }

  private static RolloutCondition since(RolloutCondition changed, RolloutCondition before) {
    return new RolloutCondition(
        changed.type(),
        changed.status(),
        changed.reason(),
        changed.message(),
        changed.lastUpdateTime(),
        before.lastTransitionTime());
  }

  private void updateAvailable(RolloutStatus current) {
    boolean enough = enoughAvailable(current);
    set(
        Words.AVAILABLE,
        enough ? Words.TRUE : Words.FALSE,
        Words.AVAILABLE_REASON,
        enough ? "Rollout has minimum availability" : "Rollout does not have minimum availability");
  }

  private boolean enoughAvailable(RolloutStatus current) {
    int replicas = pass.spec().replicas();
    if (pass.spec().blueGreen() == null) {
      return current.availableReplicas() >= replicas;
    }
    Revision active = pass.revision(current.blueGreen().activeSelector());
    return active != null && active.saturates(replicas);
  }

  private void updateCompleted(RolloutStatus current) {
    set(
        Words.COMPLETED,
        Progress.completed(current) ? Words.TRUE : Words.FALSE,
        Words.ROLLOUT_COMPLETED,
        Words.ROLLOUT_COMPLETED);
  }

  /**
   * Notes a pause, its end, or the end of an abort before anything else is done, so that the time
   * of a pause never counts as lack of progress.
   *
   * @return whether anything changed: then the pass ends here
   */
  boolean notePausesAndRetry() {
    if (pass.rollout().generation() != pass.old().observedGeneration()) {
      return false;
    }
    boolean paused = !pass.old().pauseConditions().isEmpty() || pass.spec().paused();
    boolean aborted = progressingReason(Words.ROLLOUT_ABORTED);
    boolean changed = false;
    if (paused != progressingReason(Words.ROLLOUT_PAUSED)
        && !aborted
        && !Progress.completed(pass.old())) {
      changed |= paused ? setPaused(Words.PROGRESSING, Words.UNKNOWN) : setResumed();
    }
    if (!pass.old().abort() && aborted) {
      changed |=
          set(
              Words.PROGRESSING,
              Words.UNKNOWN,
              Words.ROLLOUT_RETRY,
              "Retrying Rollout after abort");
    }
    if (paused != conditionTrue(Words.PAUSED) && !aborted) {
      changed |= setPaused(Words.PAUSED, paused ? Words.TRUE : Words.FALSE);
    }
    return changed;
  }

  private boolean setPaused(String type, String status) {
    return set(type, status, Words.ROLLOUT_PAUSED, "Rollout is paused");
  }

  private boolean setResumed() {
    return set(Words.PROGRESSING, Words.UNKNOWN, Words.ROLLOUT_RESUMED, "Rollout is resumed");
  }

  private boolean progressingReason(String reason) {
    return pass.old()
        .condition(Words.PROGRESSING)
        .filter(condition -> condition.reason().equals(reason))
        .isPresent();
  }

  private boolean conditionTrue(String type) {
    return pass.old()
        .condition(type)
        .filter(condition -> condition.status().equals(Words.TRUE))
        .isPresent();
  }
}
