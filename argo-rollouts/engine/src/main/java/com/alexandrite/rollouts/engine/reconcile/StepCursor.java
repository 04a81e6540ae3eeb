package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetCanaryScale;
import com.alexandrite.rollouts.engine.model.CanaryStep.SetWeight;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a rollout is among its steps, and what the steps up to there say. */
final class StepCursor {

  /** A step may give any weight, even one beyond all traffic. */
  static final int NO_LIMIT = Integer.MAX_VALUE;

  private final CanaryStrategy canary;
  private final RolloutStatus status;
  private final int weightLimit;

  StepCursor(CanaryStrategy canary, RolloutStatus status) {
    this(canary, status, NO_LIMIT);
  }

  /**
   * A cursor whose step gives no more than this.
   *
   * @param weightLimit never below what was given already
   */
  StepCursor(CanaryStrategy canary, RolloutStatus status, int weightLimit) {
    this.canary = canary;
    this.status = status;
    this.weightLimit = weightLimit;
  }

  List<CanaryStep> steps() {
    return canary.steps();
  }

  /** The current index; null without steps. */
  @Nullable Integer index() {
    if (canary.steps().isEmpty()) {
      return null;
    }
    Integer index = status.currentStepIndex();
    return index == null ? (Integer) 0 : index;
  }

  /** The current step; null without steps and past the last. */
  @Nullable CanaryStep step() {
    Integer index = index();
    return index == null || index >= canary.steps().size() ? null : canary.steps().get(index);
  }

  /** The weight of the last setWeight at or before the current step. */
  int setWeight() {
    if (status.abort()) {
      return 0;
    }
    Integer index = index();
    return Math.min(
        weightLimit, index == null || step() == null ? canary.fullWeight() : setWeightUpTo(index));
  }

  /** The weight of the last setWeight before the current step. */
  int previousSetWeight() {
    Integer index = index();
    return index == null ? 0 : setWeightUpTo(index - 1);
  }

  /** The weight when the current step is left. */
  int nextSetWeight() {
    Integer index = index();
    return index == null || index + 1 >= canary.steps().size()
        ? canary.fullWeight()
        : setWeightUpTo(index + 1);
  }

  private int setWeightUpTo(int last) {
    for (int i = Math.min(last, canary.steps().size() - 1); i >= 0; i--) {
      SetWeight step = canary.steps().get(i).part(SetWeight.class);
      if (step != null) {
        return step.weight();
      }
    }
    return 0;
  }

  /** The setCanaryScale that is in force; null = scale by the weight. */
  @Nullable SetCanaryScale canaryScale() {
    if (canary.trafficRouting() == null || step() == null) {
      return null;
    }
    if (status.abort() && ScaleDownDelays.of(canary).abortDelay().isPresent()) {
      return null;
    }
    Integer index = index();
    for (int i = index == null ? -1 : index; i >= 0; i--) {
      SetCanaryScale scale = canary.steps().get(i).part(SetCanaryScale.class);
      if (scale != null) {
        return scale.matchTrafficWeight() ? null : scale;
      }
    }
    return null;
  }

  /** What the last experiment step at or before the current one asks for; null = none does. */
  @Nullable RolloutExperiment experiment() {
    Integer index = step() == null ? null : index();
    for (int i = index == null ? -1 : index; i >= 0; i--) {
      CanaryStep.Experiment step = canary.steps().get(i).part(CanaryStep.Experiment.class);
      if (step != null) {
        return step.experiment();
      }
    }
    return null;
  }

  /** Whether the background analysis is still to wait for its step. */
  boolean beforeStartingStep() {
    BackgroundAnalysis background = canary.analysis();
    Integer index = index();
    if (background == null || background.startingStep() == null || index == null) {
      return false;
    }
    return index < background.startingStep();
  }
}
