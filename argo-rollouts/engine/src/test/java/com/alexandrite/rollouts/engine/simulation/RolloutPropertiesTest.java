package com.alexandrite.rollouts.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every rollout, whatever people and pods do to it. */
class RolloutPropertiesTest {

  private static final Duration END = Duration.ofMinutes(25);

  @Property(tries = 60)
  void staysWithinItsBounds(@ForAll("scenarios") Scenario scenario) {
    for (Snapshot snapshot : Simulation.play(scenario).snapshots()) {
      RolloutState state = snapshot.state();
      assertThat(state.rollout().status().canaryWeight()).isBetween(0, 100);
      assertThat(PlainData.read(PlainData.of(state), RolloutState.class)).isEqualTo(state);
      if (state.rollout().status().abort()) {
        assertThat(state.rollout().status().canaryWeight()).isZero();
        assertThat(state.replicaSet(state.rollout().status().stableRS()).orElseThrow().replicas())
            .isEqualTo(state.rollout().spec().replicas());
      }
      if (snapshot.split() != null && snapshot.split().canaryWeight() > 0) {
        assertThat(pods(snapshot, snapshot.split().canaryHash()).created()).isPositive();
      }
    }
  }

  @Property(tries = 40)
  void comesToRest(@ForAll("scenarios") Scenario scenario) {
    List<Snapshot> snapshots = Simulation.play(scenario).snapshots();
    assertThat(snapshots).hasSizeLessThan(400);
    assertThat(snapshots.getLast().second()).isLessThan(END.toSeconds() - 200);
  }

  @Property(tries = 20)
  void isTheSameEveryTime(@ForAll("scenarios") Scenario scenario) {
    assertThat(Simulation.play(scenario)).isEqualTo(Simulation.play(scenario));
  }

  private static ReplicaCounts pods(Snapshot snapshot, String hash) {
    return snapshot.pods().getOrDefault(hash, ReplicaCounts.NONE);
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Combinators.combine(rollouts(), scripts(), plans(), plans())
        .as((rollout, script, second, third) ->
            new Scenario(
                RolloutState.initial(rollout, List.of(), services()),
                script,
                Map.of(2, second, 3, third),
                PodPlan.DEFAULT,
                Map.of(),
                RecordingRouter.Plan.NONE,
                END));
  }

  private static List<ServiceSelection> services() {
    return List.of(new ServiceSelection("canary", null), new ServiceSelection("stable", null));
  }

  private static Arbitrary<PodPlan> plans() {
    return Arbitraries.of(
        new PodPlan(0.0, null),
        new PodPlan(3.0, null),
        new PodPlan(20.0, null),
        new PodPlan(1.0, 1),
        new PodPlan(null, null));
  }

  private static Arbitrary<Rollout> rollouts() {
    return Combinators.combine(steps(), Arbitraries.integers().between(1, 6))
        .as((steps, replicas) -> Rollout.of("demo", "default", Map.of(), spec(steps, replicas)));
  }

  private static Arbitrary<List<CanaryStep>> steps() {
    Arbitrary<CanaryStep> weights =
        Arbitraries.integers().between(0, 100).map(CanaryStep.SetWeight::new);
    Arbitrary<CanaryStep> pauses =
        Arbitraries.integers().between(0, 30).map(it -> new CanaryStep.Pause(IntOrString.of(it)));
    return Arbitraries.oneOf(weights, pauses).list().ofMaxSize(6);
  }

  private static RolloutSpec spec(List<CanaryStep> steps, int replicas) {
    Map<String, Object> pod =
        Map.of("containers", List.of(Map.of("name", "main", "image", "demo:1")));
    CanaryStrategy canary =
        new CanaryStrategy(
            "canary",
            "stable",
            steps,
            new TrafficRouting("test", List.of("demo"), "default", List.of(), null),
            CanaryStrategy.DEFAULT_MAX_SURGE,
            CanaryStrategy.DEFAULT_MAX_UNAVAILABLE,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            "steps");
    return new RolloutSpec(
        replicas,
        new PodTemplate(Map.of(), Map.of(), pod),
        0,
        10,
        false,
        600,
        false,
        null,
        null,
        RolloutSpec.AnalysisHistory.DEFAULT,
        canary,
        null);
  }

  private static Arbitrary<List<Step>> scripts() {
    List<UnaryOperator<RolloutState>> operations =
        List.of(
            state -> RolloutOperations.setImage(state, "demo:2"),
            state -> RolloutOperations.setImage(state, "demo:3"),
            state -> RolloutOperations.setImage(state, "demo:1"),
            RolloutOperations::promote,
            RolloutOperations::promoteFull,
            RolloutOperations::abort,
            RolloutOperations::retry);
    return Combinators.combine(Arbitraries.integers().between(10, 300), Arbitraries.of(operations))
        .as((at, operation) ->
            new Step(Duration.ofSeconds(at), simulation -> simulation.change(operation)))
        .list()
        .ofMaxSize(8)
        .map(RolloutPropertiesTest::inOrder);
  }

  private static List<Step> inOrder(List<Step> steps) {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparing(Step::at));
    return sorted;
  }
}
