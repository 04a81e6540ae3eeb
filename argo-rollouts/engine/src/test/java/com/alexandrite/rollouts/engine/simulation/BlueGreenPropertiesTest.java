package com.alexandrite.rollouts.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every blue-green rollout, whatever people, pods and metrics do to it. */
class BlueGreenPropertiesTest {

  @Provide
  Arbitrary<Scenario> scenarios() {
    return BlueGreenScenarios.any();
  }

  @Property(tries = 150)
  void customersAreSwitchedOnlyToPodsThatCanCarryThem(@ForAll("scenarios") Scenario scenario) {
    Snapshot before = null;
    for (Snapshot now : Simulation.play(scenario).snapshots()) {
      String active = selected(now.state(), "active");
      if (!active.isEmpty()) {
        assertThat(now.state().replicaSet(active).orElseThrow().replicas()).isPositive();
      }
      if (before != null && !active.equals(selected(before.state(), "active"))) {
        ReplicaCounts pods = now.pods().getOrDefault(active, ReplicaCounts.NONE);
        assertThat(pods.available()).isGreaterThanOrEqualTo(fewest(before, now));
      }
      before = now;
    }
  }

  @Property(tries = 150)
  void aHealthyRolloutHasOneRevisionAndNoOtherPods(@ForAll("scenarios") Scenario scenario) {
    List<Snapshot> snapshots = Simulation.play(scenario).snapshots();
    RolloutState state = snapshots.getLast().state();
    RolloutStatus status = state.rollout().status();
    if (status.phase() == Phase.HEALTHY) {
      assertThat(List.of(selected(state, "active"), selected(state, "preview"), status.stableRS()))
          .containsOnly(status.currentPodHash());
      assertThat(state.replicaSets())
          .allSatisfy(set -> assertThat(set.replicas()).isEqualTo(wanted(state, set)));
    }
    assertThat(PlainData.read(PlainData.of(state), RolloutState.class)).isEqualTo(state);
  }

  @Property(tries = 150)
  void comesToRest(@ForAll("scenarios") Scenario scenario) {
    List<Snapshot> snapshots = Simulation.play(scenario).snapshots();
    assertThat(snapshots).hasSizeLessThan(400);
    assertThat(snapshots.getLast().second()).isLessThan(BlueGreenScenarios.END.toSeconds() - 200);
  }

  @Example
  void theWayBackIsOneSwitchWithoutPause() {
    RolloutState start = BlueGreenScenarios.start(3, List.of("autoPromotionEnabled: false"));
    Scenario scenario =
        BlueGreenScenarios.scenario(
            start,
            List.of(
                BlueGreenScenarios.at(
                    30, state -> RolloutOperations.setImage(state, "demo/demo:2")),
                BlueGreenScenarios.at(60, RolloutOperations::promote),
                BlueGreenScenarios.at(70, BlueGreenScenarios::undo)));
    List<String> switches = new ArrayList<>();
    for (Snapshot snapshot : Simulation.play(scenario).snapshots()) {
      String active = selected(snapshot.state(), "active");
      if (switches.isEmpty() || !switches.getLast().endsWith(active)) {
        switches.add(snapshot.second() + " " + active);
      }
    }
    String first = selectedAt(2, switches);
    assertThat(switches).hasSize(4);
    assertThat(switches.get(2)).startsWith("60 ");
    assertThat(switches.get(3)).isEqualTo("70 " + first);
  }

  private static String selectedAt(int second, List<String> switches) {
    return switches.stream()
        .filter(it -> it.startsWith(second + " "))
        .map(it -> it.substring(it.indexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  private static int wanted(RolloutState state, ReplicaSet set) {
    return set.hash().equals(state.rollout().status().currentPodHash())
        ? state.rollout().spec().replicas()
        : 0;
  }

  private static int fewest(Snapshot before, Snapshot now) {
    return Math.min(
        before.state().rollout().spec().replicas(), now.state().rollout().spec().replicas());
  }

  private static String selected(RolloutState state, String service) {
    return Objects.requireNonNullElse(
        state.service(service).map(ServiceSelection::hash).orElse(""), "");
  }
}
