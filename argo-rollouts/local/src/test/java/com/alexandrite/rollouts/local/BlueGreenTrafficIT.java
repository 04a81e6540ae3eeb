package com.alexandrite.rollouts.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations.Undo;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.local.Programs.Program;
import com.alexandrite.rollouts.local.rig.Customers;
import com.alexandrite.rollouts.local.rig.RunningHaproxy;
import com.alexandrite.rollouts.local.rig.RunningSupervisor;
import com.alexandrite.rollouts.local.rig.TinyPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blue-green rollout of its manifests: real processes behind the real HAProxy. */
class BlueGreenTrafficIT {
  private static final String SHOP = "shop";

  private RunningSupervisor supervisor;
  private RunningHaproxy haproxy;
  private LocalCluster cluster;
  private RolloutController controller;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    InstantSource clock = InstantSource.system();
    supervisor = new RunningSupervisor(Files.createDirectory(folder.resolve("home")));
    haproxy = new RunningHaproxy(Files.createDirectory(folder.resolve("haproxy")));
    var workload =
        new LocalWorkload(
            supervisor.host(),
            image -> new Program(TinyPod.command(), folder, image),
            folder,
            clock);
    var router = new LocalTrafficRouter(haproxy.runtime(), workload);
    cluster =
        new LocalCluster(workload, router, new ScrapeTargets(folder.resolve("targets")), clock);
    controller =
        new RolloutController(
            new InMemoryRolloutStore(),
            workload,
            router,
            new ScriptedMetrics(clock, Map.of()),
            clock,
            (_, _) -> {});
    controller.create(manifests());
  }

  @AfterEach
  void stop() {
    haproxy.close();
    supervisor.close();
  }

  @Test
  void oneSwitchMovesEverybodyAndBackAndLosesNoRequest() {
    String first = until(state -> phase(state) == Phase.HEALTHY);
    try (var customers = new Customers(haproxy.port(), "/slow")) {
      customers.keepSending(8);
      customers.awaitMore(16);
      change(state -> RolloutOperations.setImage(state, "alexandrite/shop:8"));
      String second = until(state -> phase(state) == Phase.PAUSED);
      assertThat(answersOf(haproxy.previewPort())).containsOnlyKeys(second);
      assertThat(answersOf(haproxy.port())).containsOnlyKeys(first);

      change(RolloutOperations::promote);
      until(state -> phase(state) == Phase.HEALTHY);
      assertThat(answersOf(haproxy.port())).containsOnlyKeys(second);
      customers.awaitMore(24);

      change(BlueGreenTrafficIT::undo);
      until(state -> phase(state) == Phase.HEALTHY && stable(state).equals(first));
      assertThat(answersOf(haproxy.port())).containsOnlyKeys(first);
      until(state -> state.replicaSets().stream().anyMatch(set -> set.replicas() == 0));
      customers.awaitMore(16);
      customers.stop();

      assertThat(customers.failures()).isEmpty();
      assertThat(customers.answers()).containsOnlyKeys(first, second);
    }
  }

  /** Runs the rollout until it is so; answers with the hash of the wanted revision. */
  private String until(Predicate<RolloutState> condition) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(this::pass, condition)
        .rollout()
        .status()
        .currentPodHash();
  }

  private RolloutState pass() {
    controller.run(SHOP);
    RolloutState state = controller.state(SHOP).orElseThrow();
    cluster.converge(state);
    return state;
  }

  private void change(UnaryOperator<RolloutState> operation) {
    controller.change(SHOP, operation);
    pass();
  }

  private static RolloutState undo(RolloutState state) {
    return RolloutOperations.undo(state, 0) instanceof Undo.Changed(RolloutState changed)
        ? changed
        : state;
  }

  private static Phase phase(RolloutState state) {
    return state.rollout().status().phase();
  }

  private static String stable(RolloutState state) {
    return state.rollout().status().stableRS();
  }

  private static Map<String, Integer> answersOf(int port) {
    try (var customers = new Customers(port)) {
      return customers.send(12);
    }
  }

  private static RolloutState manifests() throws IOException {
    try (var file = BlueGreenTrafficIT.class.getResourceAsStream("/blue-green.yaml")) {
      var yaml = new ManifestFile("blue-green.yaml", new String(file.readAllBytes(), UTF_8));
      return switch (Manifests.read(List.of(yaml), Capabilities.LOCAL)) {
        case Manifests.Reading.Accepted(var manifests) -> manifests.initialState();
        case Manifests.Reading.Refused(var refusals) ->
            throw new IllegalStateException(refusals.toString());
      };
    }
  }
}
