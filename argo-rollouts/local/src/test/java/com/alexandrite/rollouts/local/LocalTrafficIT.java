package com.alexandrite.rollouts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.environment.testing.WaitingTest;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.TrafficRouter.Share;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.local.Programs.Program;
import com.alexandrite.rollouts.local.rig.Customers;
import com.alexandrite.rollouts.local.rig.RunningHaproxy;
import com.alexandrite.rollouts.local.rig.RunningSupervisor;
import com.alexandrite.rollouts.local.rig.TinyPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of the real supervisor behind the real HAProxy. */
class LocalTrafficIT {
  private static final String SHOP = "shop";
  private static final InstantSource CLOCK = InstantSource.system();

  private RunningSupervisor supervisor;
  private RunningHaproxy haproxy;
  private LocalWorkload workload;
  private LocalTrafficRouter router;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    supervisor = new RunningSupervisor(Files.createDirectory(folder.resolve("home")));
    haproxy = new RunningHaproxy(Files.createDirectory(folder.resolve("haproxy")));
    workload =
        new LocalWorkload(
            supervisor.host(),
            image -> new Program(TinyPod.command(), folder, image),
            folder,
            CLOCK);
    router = new LocalTrafficRouter(haproxy.runtime(), workload);
  }

  @AfterEach
  void stop() {
    haproxy.close();
    supervisor.close();
  }

  @WaitingTest
  void aWholeReleaseLosesNoRequest() {
    scale("old", 2);
    assertThat(router.verify(split("old", "old", 0))).isTrue();

    try (var customers = new Customers(haproxy.port(), "/slow")) {
      customers.keepSending(12);
      customers.awaitMore(20);
      scale("new", 1);
      for (int percent : new int[] {10, 50, 25}) {
        router.route(split("old", "new", percent));
        customers.awaitMore(40);
      }
      scale("new", 2);
      router.route(split("old", "new", 100));
      customers.awaitMore(40);
      router.route(split("new", "new", 0));
      leaveAll("old", split("new", "new", 0));
      customers.awaitMore(40);
      customers.stop();

      assertThat(customers.failures()).isEmpty();
      assertThat(customers.answers()).containsOnlyKeys("old", "new");
    }
    assertThat(workload.observe(SHOP)).containsOnlyKeys("new");
  }

  @WaitingTest
  void theShareHoldsForUnequalGroups() {
    scale("old", 3);
    scale("new", 1);
    router.route(split("old", "new", 20));

    try (var customers = new Customers(haproxy.port(), "/")) {
      // One round of the proxy is 15 requests here; a started round may miss one.
      assertThat(customers.send(600)).extractingByKey("new").matches(n -> n >= 118 && n <= 122);
    }
  }

  @WaitingTest
  void furtherGroupsTakeTheirShareFromStable() {
    scale("old", 2);
    scale("new", 1);
    scale("tried", 1);
    router.route(
        new TrafficSplit(
            SHOP,
            "default",
            List.of(SHOP),
            "shop-canary",
            "new",
            "shop-stable",
            "old",
            20,
            List.of(),
            List.of(),
            List.of(new Share("shop-tried", "tried", 10)),
            100));

    try (var customers = new Customers(haproxy.port(), "/")) {
      Map<String, Integer> answers = customers.send(600);
      assertThat(answers).extractingByKey("new").matches(n -> n >= 118 && n <= 122);
      assertThat(answers).extractingByKey("tried").matches(n -> n >= 58 && n <= 62);
    }
  }

  @WaitingTest
  void aKilledPodIsReplacedAndHarmsNobody() {
    scale("old", 2);
    router.route(split("old", "old", 0));
    long victim = pid("shop-old-0");

    try (var customers = new Customers(haproxy.port(), "/")) {
      customers.keepSending(4);
      customers.awaitMore(50);
      ProcessHandle.of(victim).orElseThrow().destroyForcibly();
      await().atMost(Duration.ofSeconds(20)).until(() -> pid("shop-old-0") != victim);
      await().atMost(Duration.ofSeconds(20)).until(() -> ready("old") == 2);
      router.route(split("old", "old", 0));
      customers.awaitMore(50);
      customers.stop();

      assertThat(customers.failures()).isEmpty();
    }
  }

  @WaitingTest
  void withoutHaproxyTheSplitIsNotInEffectAndPodsStay() throws IOException {
    scale("old", 1);
    router.route(split("old", "old", 0));

    haproxy.kill();
    assertThat(router.verify(split("old", "old", 0))).isFalse();
    haproxy.restart();

    assertThat(router.verify(split("old", "old", 0))).isTrue();
    try (var customers = new Customers(haproxy.port(), "/")) {
      assertThat(customers.send(10)).isEqualTo(Map.of("old", 10));
    }
  }

  private void scale(String hash, int replicas) {
    ReplicaSet replicaSet = Revisions.of(hash, replicas);
    workload.apply(SHOP, replicaSet);
    await().atMost(Duration.ofSeconds(30)).until(() -> ready(hash) == replicas);
  }

  private int ready(String hash) {
    return workload.observe(SHOP).getOrDefault(hash, ReplicaCounts.NONE).ready();
  }

  private long pid(String pod) {
    ProcessState state = supervisor.host().observe().get(pod);
    return state == null ? 0 : state.pid();
  }

  private void leaveAll(String hash, TrafficSplit split) {
    workload.delete(SHOP, hash);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          router.route(split);
          var busy = router.busyAddresses(SHOP);
          workload.stop(SHOP, pod -> !busy.contains(pod.address()), Instant.MIN);
          return workload.pods(SHOP).stream().noneMatch(pod -> pod.hash().equals(hash));
        });
  }

  private static TrafficSplit split(String stable, String canary, int percent) {
    return new TrafficSplit(
        SHOP,
        "default",
        List.of(SHOP),
        "shop-canary",
        canary,
        "shop-stable",
        stable,
        percent,
        List.of());
  }
}
