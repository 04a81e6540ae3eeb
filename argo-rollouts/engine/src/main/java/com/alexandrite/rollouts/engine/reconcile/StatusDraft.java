package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import com.alexandrite.rollouts.engine.model.SafeguardStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status that a pass is writing: begins as the old one, becomes the new one. */
final class StatusDraft {

  Phase phase;
  String message;
  int replicas;
  int updatedReplicas;
  int readyReplicas;
  int availableReplicas;
  String currentPodHash;
  String stableRS;
  String currentStepHash;
  @Nullable Integer currentStepIndex;
  List<PauseCondition> pauseConditions;
  boolean controllerPause;
  boolean abort;
  @Nullable Instant abortedAt;
  boolean promoteFull;
  @Nullable Instant restartedAt;
  long observedGeneration;
  CanaryStatus canary;
  List<RolloutCondition> conditions;
  BlueGreenStatus blueGreen;
  SafeguardStatus safeguards;

  private StatusDraft(RolloutStatus old) {
    phase = old.phase();
    message = old.message();
    replicas = old.replicas();
    updatedReplicas = old.updatedReplicas();
    readyReplicas = old.readyReplicas();
    availableReplicas = old.availableReplicas();
    currentPodHash = old.currentPodHash();
    stableRS = old.stableRS();
    currentStepHash = old.currentStepHash();
    currentStepIndex = old.currentStepIndex();
    pauseConditions = old.pauseConditions();
    controllerPause = old.controllerPause();
    abort = old.abort();
    abortedAt = old.abortedAt();
    promoteFull = old.promoteFull();
    restartedAt = old.restartedAt();
    observedGeneration = old.observedGeneration();
    canary = old.canary();
    conditions = old.conditions();
    blueGreen = old.blueGreen();
    safeguards = old.safeguards();
  }

  static StatusDraft of(RolloutStatus old) {
    return new StatusDraft(old);
  }

  StatusDraft pauses(List<PauseCondition> changed, boolean byController) {
    pauseConditions = changed;
    controllerPause = byController;
    return this;
  }

  StatusDraft abort(boolean changed) {
    abort = changed;
    return this;
  }

  StatusDraft promoteFull(boolean changed) {
    promoteFull = changed;
    return this;
  }

  StatusDraft safeguards(SafeguardStatus changed) {
    safeguards = changed;
    return this;
  }

  StatusDraft currentStepIndex(@Nullable Integer changed) {
    currentStepIndex = changed;
    return this;
  }

  Optional<RolloutCondition> condition(String type) {
    return RolloutStatus.condition(conditions, type);
  }

  void removeCondition(String type) {
    if (condition(type).isPresent()) {
      conditions = conditions.stream().filter(it -> !it.type().equals(type)).toList();
    }
  }

  /** Sets the condition unless its status and reason are already so; tells whether it did. */
  boolean setCondition(RolloutCondition changed) {
    RolloutCondition current = condition(changed.type()).orElse(null);
    if (current != null
        && current.status().equals(changed.status())
        && current.reason().equals(changed.reason())) {
      return false;
    }
    Instant transition =
        current != null && current.status().equals(changed.status())
            ? current.lastTransitionTime()
            : changed.lastTransitionTime();
    List<RolloutCondition> kept = new ArrayList<>(conditions);
    kept.removeIf(condition -> condition.type().equals(changed.type()));
    kept.add(
        new RolloutCondition(
            changed.type(),
            changed.status(),
            changed.reason(),
            changed.message(),
            changed.lastUpdateTime(),
            transition));
    conditions = List.copyOf(kept);
    return true;
  }

  RolloutStatus build() {
    return new RolloutStatus(
        phase,
        message,
        replicas,
        updatedReplicas,
        readyReplicas,
        availableReplicas,
        currentPodHash,
        stableRS,
        currentStepHash,
        currentStepIndex,
        pauseConditions,
        controllerPause,
        abort,
        abortedAt,
        promoteFull,
        restartedAt,
        observedGeneration,
        canary,
        conditions,
        blueGreen,
        safeguards);
  }
}
