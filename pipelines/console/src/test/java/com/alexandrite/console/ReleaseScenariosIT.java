package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.process.ProcessState;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.WaitingTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReleaseScenariosIT {
  @RegisterExtension final BackingServers servers = BackingServers.postgres();

  private static final String GROUP =
      """
      apiVersion: alexandrite.dev/v1alpha1
      kind: ReleaseGroup
      metadata: {name: product}
      spec: {members: [{rollout: shop}]}
      """;

  private ConsoleRig rig;
  private Path group;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Path manifests = folder.resolve("manifests");
    group = Files.createDirectories(manifests.resolve("groups")).resolve("product.yaml");
    Files.writeString(group, GROUP);
    rig = new ConsoleRig(folder, servers, Map.of("alexandrite.console.manifests", manifests));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @WaitingTest
  void aGoodVersionIsPromotedAndNobodyNotices() throws Exception {
    rig.deploy("alexandrite/shop:1");
    try (var customers = rig.customers()) {
      customers.keepSending(2);

      JsonNode release = rig.awaitOutcome(rig.release("alexandrite/shop:2", null));

      assertThat(release.path("outcome").asString()).isEqualTo("Promoted");
      assertThat(release.path("requests").asLong()).isPositive();
      assertThat(release.path("failedRequests").asLong()).isZero();
      await().atMost(Duration.ofSeconds(20)).until(() -> rig.phase().equals("Healthy"));
      customers.stop();
      assertThat(customers.failures()).isEmpty();
    }
    JsonNode rollout = rig.rollout();
    assertThat(rollout.path("stable").asString()).isEqualTo("2");
    assertThat(rollout.path("history")).hasSize(1);
  }

  @WaitingTest
  void aBadVersionIsRolledBackAndOnlyItsOwnFailuresAreSeen() throws Exception {
    rig.deploy("alexandrite/shop:1");
    try (var customers = rig.customers()) {
      customers.keepSending(2);

      JsonNode release = rig.awaitOutcome(rig.release("alexandrite/shop:2", "errors"));

      assertThat(release.path("outcome").asString()).isEqualTo("RolledBack");
      assertThat(release.path("reason").asString()).contains("error-rate", "failureLimit");
      assertThat(release.path("why").asString())
          .startsWith("Error rate was worse than allowed in 2 of ")
          .contains("one is allowed", "allowed is at most 5 %");
      assertThat(release.path("cause").path("kind").asString()).isEqualTo("worse");
      assertThat(release.path("cause").path("bad").asInt()).isEqualTo(2);
      assertThat(release.path("secondsToAbort").asDouble()).isPositive();
      int seen = customers.failures().size();
      customers.awaitMore(200);
      customers.stop();
      assertThat(customers.failures()).hasSize(seen).allMatch(text -> text.equals("status 500"));
      assertThat(release.path("failedRequests").asInt()).isEqualTo(seen);
    }
    JsonNode rollout = rig.rollout();
    assertThat(rollout.path("phase").asString()).isEqualTo("Degraded");
    assertThat(rollout.path("stable").asString()).isEqualTo("1");
    assertThat(rollout.path("weight").asInt()).isZero();
    evidenceStays(rollout);
  }

  /** What the canary did is shown when it is long gone. */
  private void evidenceStays(JsonNode rollout) throws Exception {
    JsonNode canary = rollout.path("arms").path("canary");
    assertThat(canary.path("p95Ms").isNumber()).isTrue();
    assertThat(canary.path("p99Ms").isNumber()).isTrue();
    JsonNode series = rig.get("/api/rollouts/shop/series");
    Instant started = Instant.parse(rollout.path("startedAt").asString());
    assertThat(series.path("from").asLong()).isLessThan(started.getEpochSecond());
    assertThat(series.path("canary").path("errorRate").valueStream().anyMatch(JsonNode::isNumber))
        .isTrue();
    assertThat(series.path("thresholds").propertyNames()).contains("errorRate", "p95Ms");
  }

  /** Ordered with its group, whose own state must survive as well. */
  @WaitingTest
  void aConsoleThatDiesAgainAndAgainEndsTheReleaseTheSame() throws Exception {
    rig.deploy("alexandrite/shop:1");
    try (var customers = rig.customers()) {
      customers.keepSending(2);
      releaseGroup(202);
      releaseGroup(409);
      staysWithoutItsFile();
      for (int weight : new int[] {0, 20, 50}) {
        await().atMost(Duration.ofSeconds(40)).until(() -> rig.weight() >= weight);
        rig.stop();
        customers.awaitMore(50);
        rig.start();
      }

      await().atMost(Duration.ofSeconds(90)).until(() -> groupOutcome().equals("PROMOTED"));
      String release = rig.rollout().path("history").path(0).path("releaseId").asString();
      assertThat(rig.awaitOutcome(release).path("outcome").asString()).isEqualTo("Promoted");
      assertThat(rig.rollout().path("history")).hasSize(1);
      customers.stop();
      assertThat(customers.failures()).isEmpty();
    }
  }

  /** Somebody renames or breaks the file of a group that is being released. */
  private void staysWithoutItsFile() throws Exception {
    Files.delete(group);
    assertThat(groupOutcome()).isEqualTo("RUNNING");
    assertThat(rig.get("/api/release-groups").findValuesAsString("name")).contains("product");
    Files.writeString(group, GROUP);
  }

  private void releaseGroup(int expected) throws Exception {
    Map<String, ?> members = Map.of("shop", Map.of("image", "alexandrite/shop:2"));
    Map<String, ?> request = Map.of("members", members, "reason", "together");
    rig.post("/api/release-groups/product/releases", request, expected);
  }

  private String groupOutcome() throws Exception {
    JsonNode release = rig.get("/api/release-groups/product").path("release");
    return release.path("outcome").asString("");
  }

  @WaitingTest
  void withoutPrometheusTheReleaseIsAborted() throws Exception {
    rig.deploy("alexandrite/shop:1");
    String release = rig.release("alexandrite/shop:2", null);
    rig.prometheus.kill();

    JsonNode ended = rig.awaitOutcome(release);

    assertThat(ended.path("outcome").asString()).isEqualTo("RolledBack");
    assertThat(ended.path("reason").asString()).contains("consecutiveErrors");
    assertThat(rig.get("/api/rollouts/shop/series").path("time")).isEmpty();
  }

  @WaitingTest
  void aKilledHaproxyComesBackInMidReleaseWithTheSameSplit() throws Exception {
    rig.deploy("alexandrite/shop:1");
    String release = rig.release("alexandrite/shop:2", null);
    await().atMost(Duration.ofSeconds(40)).until(() -> rig.weight() == 20);
    rig.haproxy.kill();
    rig.haproxy.restart();
    try (var customers = rig.customers()) {
      customers.keepSending(2);
      assertThat(rig.awaitOutcome(release).path("outcome").asString()).isEqualTo("Promoted");
      customers.stop();
      assertThat(customers.failures()).isEmpty();
    }
  }

  @WaitingTest
  void actionsNeedTheRightStateAndAreRecorded() throws Exception {
    rig.deploy("alexandrite/shop:1");
    Map<String, String> reason = Map.of("reason", "because");
    assertThat(rig.post("/api/rollouts/shop/abort", reason, 409).path("code").asString())
        .isEqualTo("nothing-to-abort");
    rig.release("alexandrite/shop:2", null);
    await().atMost(Duration.ofSeconds(40)).until(() -> rig.weight() == 20);

    rig.post("/api/rollouts/shop/abort", reason, 200);
    await().atMost(Duration.ofSeconds(20)).until(() -> rig.phase().equals("Degraded"));
    rig.post("/api/rollouts/shop/retry", reason, 200);
    await().atMost(Duration.ofSeconds(40)).until(() -> rig.weight() == 20);
    rig.post("/api/rollouts/shop/promote", Map.of("reason", "sure", "full", true), 200);
    await().atMost(Duration.ofSeconds(40)).until(() -> rig.phase().equals("Healthy"));
    assertThat(rig.rollout().path("stable").asString()).isEqualTo("2");
    rig.post("/api/rollouts/shop/undo", reason, 200);
    await().atMost(Duration.ofSeconds(40)).until(() -> rig.weight() == 20);
    rig.post("/api/rollouts/shop/promote", Map.of("reason", "sure", "full", true), 200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rig.rollout().path("stable").asString().equals("1"));
    Set<Long> before = pids();
    rig.post("/api/rollouts/shop/restart", reason, 200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Collections.disjoint(pids(), before) && rig.phase().equals("Healthy"));

    assertThat(rig.get("/api/audit").valueStream().map(entry -> entry.path("action").asString()))
        .containsExactly(
            "restart",
            "promote-full",
            "undo",
            "promote-full",
            "retry",
            "abort",
            "release",
            "configure");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    rig.get("/api/releases")
                        .valueStream()
                        .map(entry -> entry.path("outcome").asString()))
                .containsExactly("Promoted", "Promoted", "RolledBack"));
    JsonNode taken = rig.get("/api/releases").path(2);
    assertThat(taken.path("toHash").asString()).isNotEqualTo(taken.path("fromHash").asString());
  }

  private Set<Long> pids() {
    return rig.supervisor.host().observe().values().stream()
        .filter(process -> "shop".equals(process.labels().get("rollout")) && process.ready())
        .map(ProcessState::pid)
        .collect(Collectors.toSet());
  }

  @WaitingTest
  void anAbortRightAfterAReleaseIsOfThatRelease() throws Exception {
    rig.deploy("alexandrite/shop:1");
    rig.stopLoop();
    String release = rig.release("alexandrite/shop:2", null);
    try (ExecutorService person = Executors.newSingleThreadExecutor()) {
      Future<JsonNode> abort =
          person.submit(
              () -> rig.post("/api/rollouts/shop/abort", Map.of("reason", "the wrong one"), 200));
      assertThatThrownBy(() -> abort.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
      rig.startLoop();
      abort.get(20, TimeUnit.SECONDS);
    }

    JsonNode ended = rig.awaitOutcome(release);
    assertThat(ended.path("outcome").asString()).isEqualTo("RolledBack");
    assertThat(rig.phase()).isEqualTo("Degraded");
    rig.post("/api/rollouts/shop/retry", Map.of("reason", "it was right"), 200);
    rig.post("/api/rollouts/shop/promote", Map.of("reason", "sure", "full", true), 200);
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> rig.rollout().path("stable").asString().equals("2"));
  }

  @WaitingTest
  void correctedManifestsMakeTheRolloutHealthyAgain() throws Exception {
    rig.deploy("alexandrite/shop:1");
    String changed =
        TestManifests.yaml().replace("progressDeadlineSeconds: 120", "progressDeadlineSeconds: 90");
    rig.send("PUT", "/api/rollouts/shop", changed.replace("      count: 3\n", ""), "text/plain");
    await().atMost(Duration.ofSeconds(20)).until(() -> rig.phase().equals("Degraded"));
    assertThat(rig.rollout().path("message").asString()).contains("InvalidSpec");

    rig.send("PUT", "/api/rollouts/shop", changed, "text/plain");

    await().atMost(Duration.ofSeconds(20)).until(() -> rig.phase().equals("Healthy"));
  }
}
