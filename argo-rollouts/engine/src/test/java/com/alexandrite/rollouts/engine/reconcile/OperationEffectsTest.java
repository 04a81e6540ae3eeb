package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every patch, applied to the state and reconciled, does what the operation promises. */
class OperationEffectsTest {

  private final DrivenRollout demo =
      new DrivenRollout(RolloutState.initial(rollout(), List.of(), List.of()));

  @BeforeEach
  void pausedAtTheFirstStep() {
    demo.after(state -> RolloutOperations.setImage(state, "demo:2"));
    assertThat(demo.status().phase()).isEqualTo(Phase.PAUSED);
    assertThat(demo.status().currentStepIndex()).isEqualTo(1);
  }

  @Test
  void promoteGoesOnByOnePause() {
    assertThat(demo.after(RolloutOperations::promote).currentStepIndex()).isEqualTo(3);
    assertThat(demo.status().phase()).isEqualTo(Phase.PAUSED);
    assertThat(demo.after(RolloutOperations::promote).phase()).isEqualTo(Phase.HEALTHY);
  }

  @Test
  void skippingGoesToTheNextOrBehindTheLastStep() {
    assertThat(demo.after(RolloutOperations::skipCurrentStep).currentStepIndex()).isEqualTo(3);
    assertThat(demo.after(RolloutOperations::skipAllSteps).phase()).isEqualTo(Phase.HEALTHY);
  }

  @Test
  void promoteFullMakesTheNewRevisionStable() {
    RolloutStatus promoted = demo.after(RolloutOperations::promoteFull);
    assertThat(promoted.phase()).isEqualTo(Phase.HEALTHY);
    assertThat(promoted.stableRS()).isEqualTo(promoted.currentPodHash());
    assertThat(promoted.promoteFull()).isFalse();
  }

  @Test
  void abortReturnsAndRetryBeginsAgain() {
    assertThat(demo.after(RolloutOperations::abort).phase()).isEqualTo(Phase.DEGRADED);
    assertThat(demo.after(RolloutOperations::retry).phase()).isEqualTo(Phase.PAUSED);
    assertThat(demo.status().currentStepIndex()).isEqualTo(1);
  }

  @Test
  void pauseHoldsEverythingUntilSomebodyPromotesOrResumes() {
    assertThat(demo.after(RolloutOperations::pause).message()).isEqualTo("manually paused");
    assertThat(demo.after(RolloutOperations::resume).message()).isEqualTo("CanaryPauseStep");
    demo.after(RolloutOperations::pause);
    assertThat(demo.after(RolloutOperations::promoteFull).phase()).isEqualTo(Phase.HEALTHY);
    assertThat(demo.state().rollout().spec().paused()).isFalse();
  }

  @Test
  void restartIsWantedByTheWholeSecond() {
    demo.after(state -> RolloutOperations.restart(state, demo.clock.instant().plusMillis(1500)));
    assertThat(demo.state().rollout().spec().restartAt())
        .isEqualTo(demo.clock.instant().plusSeconds(1));
  }

  @Test
  void undoMakesAnEarlierRevisionTheWantedOne() {
    RolloutState undone =
        ((RolloutOperations.Undo.Changed) RolloutOperations.undo(demo.state(), 0)).state();
    assertThat(demo.after(state -> undone).phase()).isEqualTo(Phase.HEALTHY);
    assertThat(RolloutOperations.undo(demo.state(), 9))
        .isInstanceOf(RolloutOperations.Undo.Refused.class);
  }

  @Test
  void thereIsNoRunToEnd() {
    assertThat(RolloutOperations.terminate(demo.state(), "none")).isEmpty();
  }

  /** What we tell others of a rollout is what its manifest said. */
  @Test
  void writesARolloutAsItsManifest() {
    Rollout before = demo.state().rollout();
    assertThat(read(RolloutTree.of(before)).spec()).isEqualTo(before.spec());
  }

  private static Rollout rollout() {
    Map<String, Object> canary =
        Map.of(
            "steps",
            List.of(
                Map.of("setWeight", 20),
                Map.of("pause", Map.of()),
                Map.of("setWeight", 60),
                Map.of("pause", Map.of())));
    Map<String, Object> pod =
        Map.of("containers", List.of(Map.of("name", "main", "image", "demo:1")));
    Map<String, Object> spec =
        Map.of(
            "replicas", 5,
            "template", Map.of("spec", pod),
            "strategy", Map.of("canary", canary));
    return read(Map.of("metadata", Map.of("name", "demo"), "spec", spec));
  }

  private static Rollout read(Map<String, Object> tree) {
    return new RolloutReader(new Capabilities(Set.of(), true, true, true, true))
        .read(tree, (path, problem, advice) -> {});
  }
}
