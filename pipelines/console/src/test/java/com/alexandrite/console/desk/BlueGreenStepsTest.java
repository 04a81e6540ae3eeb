package com.alexandrite.console.desk;

import static com.alexandrite.rollouts.engine.manifest.DemoManifests.BLUE_GREEN;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.DemoManifests;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.PodPlan;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter;
import com.alexandrite.rollouts.engine.simulation.Scenario;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BlueGreenStepsTest {

  @Test
  void tellsPreviewPauseAndSwitchAsSteps() {
    List<Snapshot> seen =
        play(
            at(30, state -> RolloutOperations.setImage(state, "demo/demo:2")),
            at(60, RolloutOperations::promote));
    assertThat(seen)
        .extracting(snapshot -> snapshot.second() + "s " + shown(snapshot.state()))
        .contains("2s 3/3 0 %", "30s 0/3 0 %", "32s 1/3 0 %", "60s 3/3 0 %");
  }

  @Test
  void anAbortLeavesTheStepThatItHit() {
    List<Snapshot> seen =
        play(
            at(30, state -> RolloutOperations.setImage(state, "demo/demo:2")),
            at(60, RolloutOperations::abort));
    assertThat(seen.getLast().state().rollout().status().aborted()).isTrue();
    assertThat(shown(seen.getLast().state())).isEqualTo("0/3 0 %");
  }

  private static String shown(RolloutState state) {
    BlueGreenSteps steps = BlueGreenSteps.of(state).orElseThrow();
    return "%d/%d %d %%".formatted(steps.reached(), steps.size(), steps.weight());
  }

  private static Step at(int second, UnaryOperator<RolloutState> operation) {
    return new Step(Duration.ofSeconds(second), simulation -> simulation.change(operation));
  }

  private static List<Snapshot> play(Step... script) {
    String manifests = BLUE_GREEN + "      autoPromotionEnabled: false\n" + SERVICES;
    return Simulation.play(
            new Scenario(
                DemoManifests.accepted(manifests).initialState(),
                List.of(script),
                Map.of(),
                PodPlan.DEFAULT,
                Map.of(),
                RecordingRouter.Plan.NONE,
                Duration.ofMinutes(5)))
        .snapshots();
  }
}
