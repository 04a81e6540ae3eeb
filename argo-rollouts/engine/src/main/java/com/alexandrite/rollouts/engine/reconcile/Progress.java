package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import com.alexandrite.rollouts.engine.reconcile.SpecFacts.Strategy;
import com.alexandrite.rollouts.engine.reconcile.StatusFacts.Pods;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a rollout moves, has arrived, or is stuck. */
final class Progress {

  private static final Set<String> NOT_TIMED = Set.of(Words.ROLLOUT_ABORTED, Words.ROLLOUT_PAUSED);

  private Progress() {}

  /** Whether this pass saw anything move: pods, steps, stable, what Services select. */
  static boolean moving(Rollout rollout, RolloutStatus current) {
    return moving(
        SpecFacts.of(rollout.spec()), StatusFacts.of(rollout.status()), StatusFacts.of(current));
  }

  static boolean moving(SpecFacts spec, StatusFacts old, StatusFacts current) {
    Pods before = old.pods();
    Pods after = current.pods();
    return after.updated() != before.updated()
        || after.old() < before.old()
        || after.ready() > before.ready()
        || after.available() > before.available()
        || switch (spec.strategy()) {
          case Strategy.Canary canary -> stepped(old, current);
          case Strategy.BlueGreen blueGreen -> switched(old, current);
          case Strategy.Unknown unknown -> false;
        };
  }

  private static boolean stepped(StatusFacts old, StatusFacts current) {
    boolean index =
        old.stepIndex() != null
            && current.stepIndex() != null
            && !old.stepIndex().equals(current.stepIndex());
    return index
        || !current.stable().equals(old.stable())
        || !current.stepHash().equals(old.stepHash());
  }

  private static boolean switched(StatusFacts old, StatusFacts current) {
    return !current.activeSelector().equals(old.activeSelector())
        || !current.previewSelector().equals(old.previewSelector());
  }

  /**
   * Whether everything is as wanted: all pods updated and available, and the strategy at its end.
   */
  static boolean healthy(Rollout rollout, RolloutStatus current) {
    boolean observed = rollout.status().observedGeneration() == rollout.generation();
    return observed && healthy(SpecFacts.of(rollout.spec()), StatusFacts.of(current));
  }

  /** The same for a spec that the status speaks of. */
  static boolean healthy(SpecFacts spec, StatusFacts current) {
    Pods pods = current.pods();
    return pods.updated() == spec.replicas()
        && pods.available() == spec.replicas()
        && switch (spec.strategy()) {
          case Strategy.Canary(int steps, boolean routed) ->
              allSteps(steps, current.stepIndex())
                  && current.completed()
                  && pods.all() == spec.replicas();
          case Strategy.BlueGreen blueGreen ->
              current.activeSelector().equals(current.current())
                  && (!blueGreen.preview() || current.previewSelector().equals(current.current()));
          case Strategy.Unknown unknown -> true;
        };
  }

  private static boolean allSteps(int steps, @Nullable Integer index) {
    return steps == 0 || index == null || index == steps;
  }

  static boolean completed(RolloutStatus current) {
    return !current.stableRS().isEmpty() && current.stableRS().equals(current.currentPodHash());
  }

  /** Whether the last progress is longer ago than the deadline. */
  static boolean timedOut(Rollout rollout, RolloutStatus status, Instant now) {
    return status
        .condition(Words.PROGRESSING)
        .filter(it -> timedOut(it.reason(), deadline(rollout, it), now))
        .isPresent();
  }

  /** A pause and an abort are no lack of progress; a deadline that was missed stays so. */
  static boolean timedOut(String progressingReason, Instant deadline, Instant now) {
    return !NOT_TIMED.contains(progressingReason)
        && (progressingReason.equals(Words.PROGRESS_DEADLINE_EXCEEDED) || deadline.isBefore(now));
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
        step != null
            && (step.part(CanaryStep.Analysis.class) != null
                || step.part(CanaryStep.Pause.class) != null
                || step.part(CanaryStep.Experiment.class) != null);
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
