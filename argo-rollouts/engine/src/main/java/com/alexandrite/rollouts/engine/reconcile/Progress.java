package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
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

  /** Whether this pass saw anything move: pods, and steps or Services. */
  static boolean moving(RolloutSpec spec, RolloutStatus old, RolloutStatus current) {
    return spec.blueGreen() == null
        ? moving(old, current)
        : podsMoving(old, current) || BlueGreenProgress.moving(old, current);
  }

  /** Whether a canary moves: pods, steps, stable. */
  static boolean moving(RolloutStatus old, RolloutStatus current) {
    return podsMoving(old, current)
        || !current.stableRS().equals(old.stableRS())
        || stepped(old, current)
        || !current.currentStepHash().equals(old.currentStepHash());
  }

  private static boolean podsMoving(RolloutStatus old, RolloutStatus current) {
    return current.updatedReplicas() != old.updatedReplicas()
        || olderReplicas(current) < olderReplicas(old)
        || current.readyReplicas() > old.readyReplicas()
        || current.availableReplicas() > old.availableReplicas();
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
   * Whether everything is as wanted: all pods updated and available; with a canary all steps done
   * and no old pods left, with blue-green the Services switched.
   */
  static boolean healthy(Rollout rollout, RolloutStatus current) {
    int replicas = rollout.spec().replicas();
    return current.updatedReplicas() == replicas
        && current.availableReplicas() == replicas
        && rollout.status().observedGeneration() == rollout.generation()
        && arrived(rollout, current);
  }

  private static boolean arrived(Rollout rollout, RolloutStatus current) {
    BlueGreenStrategy blueGreen = rollout.spec().blueGreen();
    if (blueGreen != null) {
      return BlueGreenProgress.arrived(blueGreen, current);
    }
    return executedAllSteps(rollout, current)
        && completed(current)
        && current.replicas() == rollout.spec().replicas();
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
   * Whether the rollout is where it may take any time: it waits for people, for an analysis, an
   * experiment or a scale-down.
   */
  static boolean untimed(Pass pass) {
    CanaryStep step = pass.cursor().step();
    boolean waits =
        step instanceof CanaryStep.Analysis
            || step instanceof CanaryStep.Pause
            || step instanceof CanaryStep.Experiment;
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
