package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every patch, applied to the state and reconciled, does what the operation promises. */
class OperationEffectsTest {

  private final VirtualClock clock = new VirtualClock(Simulation.START);
  private final RolloutController controller =
      new RolloutController(
          new InMemoryRolloutStore(),
          new InMemoryWorkload(),
          new NopTrafficRouter(),
          new ScriptedMetrics(clock, Map.of()),
          clock,
          (state, event) -> {});

  @BeforeEach
  void pausedAtTheFirstStep() {
    controller.create(RolloutState.initial(rollout(), List.of(), List.of()));
    controller.run("demo");
    after(state -> RolloutOperations.setImage(state, "demo:2"));
    assertThat(status().phase()).isEqualTo(Phase.PAUSED);
    assertThat(status().currentStepIndex()).isEqualTo(1);
  }

  @Test
  void promoteGoesOnByOnePause() {
    assertThat(after(RolloutOperations::promote).currentStepIndex()).isEqualTo(3);
    assertThat(status().phase()).isEqualTo(Phase.PAUSED);
    assertThat(after(RolloutOperations::promote).phase()).isEqualTo(Phase.HEALTHY);
  }

  @Test
  void skippingGoesToTheNextOrBehindTheLastStep() {
    assertThat(after(RolloutOperations::skipCurrentStep).currentStepIndex()).isEqualTo(3);
    assertThat(after(RolloutOperations::skipAllSteps).phase()).isEqualTo(Phase.HEALTHY);
  }

  @Test
  void promoteFullMakesTheNewRevisionStable() {
    RolloutStatus promoted = after(RolloutOperations::promoteFull);
    assertThat(promoted.phase()).isEqualTo(Phase.HEALTHY);
    assertThat(promoted.stableRS()).isEqualTo(promoted.currentPodHash());
    assertThat(promoted.promoteFull()).isFalse();
  }

  @Test
  void abortReturnsAndRetryBeginsAgain() {
    assertThat(after(RolloutOperations::abort).phase()).isEqualTo(Phase.DEGRADED);
    assertThat(after(RolloutOperations::retry).phase()).isEqualTo(Phase.PAUSED);
    assertThat(status().currentStepIndex()).isEqualTo(1);
  }

  @Test
  void pauseHoldsEverythingUntilSomebodyPromotesOrResumes() {
    assertThat(after(RolloutOperations::pause).message()).isEqualTo("manually paused");
    assertThat(after(RolloutOperations::resume).message()).isEqualTo("CanaryPauseStep");
    after(RolloutOperations::pause);
    assertThat(after(RolloutOperations::promoteFull).phase()).isEqualTo(Phase.HEALTHY);
    assertThat(state().rollout().spec().paused()).isFalse();
  }

  @Test
  void restartIsWantedByTheWholeSecond() {
    after(state -> RolloutOperations.restart(state, clock.instant().plusMillis(1500)));
    assertThat(state().rollout().spec().restartAt()).isEqualTo(clock.instant().plusSeconds(1));
  }

  @Test
  void undoMakesAnEarlierRevisionTheWantedOne() {
    RolloutState undone =
        ((RolloutOperations.Undo.Changed) RolloutOperations.undo(state(), 0)).state();
    assertThat(after(state -> undone).phase()).isEqualTo(Phase.HEALTHY);
    assertThat(RolloutOperations.undo(state(), 9))
        .isInstanceOf(RolloutOperations.Undo.Refused.class);
  }

  @Test
  void thereIsNoRunToEnd() {
    assertThat(RolloutOperations.terminate(state(), "none")).isEmpty();
  }

  /** What we tell others of a rollout is what its manifest said. */
  @Test
  void writesARolloutAsItsManifest() {
    Rollout before = state().rollout();
    assertThat(read(RolloutTree.of(before)).spec()).isEqualTo(before.spec());
  }

  private RolloutStatus after(UnaryOperator<RolloutState> operation) {
    controller.change("demo", operation);
    controller.run("demo");
    return status();
  }

  private RolloutState state() {
    return controller.state("demo").orElseThrow();
  }

  private RolloutStatus status() {
    return state().rollout().status();
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
