package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** Whether a rollout moves, has arrived, or is stuck. */
final class Progress {

  private static final Set<String> NOT_TIMED = Set.of(Words.ROLLOUT_ABORTED, Words.ROLLOUT_PAUSED);

  private Progress() {}

  /** Whether this pass saw anything move: pods, steps, stable. */
  static boolean moving(RolloutStatus old, RolloutStatus current) {
    return current.updatedReplicas() != old.updatedReplicas()
        || olderReplicas(current) < olderReplicas(old)
        || current.readyReplicas() > old.readyReplicas()
        || current.availableReplicas() > old.availableReplicas()
        || !current.stableRS().equals(old.stableRS())
        || stepped(old, current)
        || !current.currentStepHash().equals(old.currentStepHash());
  }

  private static int olderReplicas(RolloutStatus status) {
    return status.replicas() - status.updatedReplicas();
  }

  private static boolean stepped(RolloutStatus old, RolloutStatus current) {
    return old.currentStepIndex() != null
        && current.currentStepIndex() != null
        && !Objects.equals(old.currentStepIndex(), current.currentStepIndex());
  }

  /**
   * Whether everything is as wanted: all pods updated and available, all steps done, no old pods
   * left.
   */
  static boolean healthy(Rollout rollout, RolloutStatus current) {
    int replicas = rollout.spec().replicas();
    return current.updatedReplicas() == replicas
        && current.availableReplicas() == replicas
        && rollout.status().observedGeneration() == rollout.generation()
        && executedAllSteps(rollout, current)
        && completed(current)
        && current.replicas() == replicas;
  }

  private static boolean executedAllSteps(Rollout rollout, RolloutStatus current) {
    int steps = rollout.spec().canary().steps().size();
    Integer index = current.currentStepIndex();
    return steps == 0 || index == null || index == steps;
  }

  static boolean completed(RolloutStatus current) {
    return !current.stableRS().isEmpty() && current.stableRS().equals(current.currentPodHash());
  }

  /** Whether the last progress is longer ago than the deadline. */
  static boolean timedOut(Rollout rollout, RolloutStatus status, Instant now) {
    RolloutCondition condition = status.condition(Words.PROGRESSING).orElse(null);
    if (condition == null || NOT_TIMED.contains(condition.reason())) {
      return false;
    }
    return condition.reason().equals(Words.PROGRESS_DEADLINE_EXCEEDED)
        || deadline(rollout, condition).isBefore(now);
  }

  static Instant deadline(Rollout rollout, RolloutCondition progressing) {
    return progressing
        .lastUpdateTime()
        .plus(Duration.ofSeconds(rollout.spec().progressDeadlineSeconds()));
  }

  /**
   * Whether the rollout is where it may take any time: it waits for people, for an analysis or a
   * scale-down.
   */
  static boolean untimed(Pass pass) {
    CanaryStep step = pass.cursor().step();
    boolean waits =
        step != null
            && (step.part(CanaryStep.Analysis.class) != null
                || step.part(CanaryStep.Pause.class) != null);
    return waits
        || pass.old()
            .condition(Words.PAUSED)
            .filter(condition -> condition.status().equals(Words.TRUE))
            .isPresent();
  }

  static boolean waitingForScaleDown(Pass pass) {
    return pass.others().stream()
        .anyMatch(revision ->
            pass.state
                .replicaSet(revision.hash())
                .filter(set -> set.scaleDownDeadline() != null)
                .isPresent());
  }
}
