package com.alexandrite.rollouts.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.Probe;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.local.Programs.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorkloadTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final String SHOP = "shop";

  private final FakeHost host = new FakeHost();
  private LocalWorkload workload;
  @TempDir private Path folder;

  @BeforeEach
  void compose() {
    workload = newWorkload();
  }

  private LocalWorkload newWorkload() {
    return new LocalWorkload(
        host,
        image -> new Program(List.of("/bin/" + image), folder, "7"),
        folder,
        InstantSource.fixed(NOW));
  }

  @Test
  void aReplicaSetIsThatManyProcesses() {
    workload.apply(SHOP, Revisions.of("abc", 2));
    workload.apply(SHOP, Revisions.of("abc", 2));

    assertThat(host.wanted.keySet()).containsExactly("shop-abc-0", "shop-abc-1");
    assertThat(workload.observe(SHOP))
        .containsEntry("abc", new ReplicaCounts(2, 0, 0, List.of(NOW, NOW)));
    host.catchUp(Phase.READY, NOW);
    assertThat(workload.observe(SHOP))
        .containsEntry("abc", new ReplicaCounts(2, 2, 2, List.of(NOW, NOW)));
    assertThat(workload.observe("crm")).isEmpty();
  }

  @Test
  void aPodGetsPortsVersionAndConfiguration() throws IOException {
    Files.writeString(
        folder.resolve("shop.env"), "# kept\nSPRING_DATASOURCE_URL=jdbc:x?a=b\nSERVER_PORT=1\n");

    workload.apply(SHOP, Revisions.of("abc", 1, Map.of("ALEXANDRITE_DRILL", "errors")));

    ProcessSpec spec = host.wanted.values().iterator().next();
    Pod pod = workload.pods(SHOP).getFirst();
    assertThat(spec.command()).containsExactly("/bin/alexandrite/shop:7");
    assertThat(spec.version()).isEqualTo("7");
    assertThat(spec.environment())
        .containsEntry("SERVER_PORT", Integer.toString(pod.port()))
        .containsEntry("MANAGEMENT_SERVER_PORT", Integer.toString(pod.managementPort()))
        .containsEntry("ALEXANDRITE_INSTANCE", "shop-abc-0")
        .containsEntry("ALEXANDRITE_POD_TEMPLATE_HASH", "abc")
        .containsEntry("ALEXANDRITE_VERSION", "7")
        .containsEntry("ALEXANDRITE_DRILL", "errors")
        .doesNotContainKey("SPRING_DATASOURCE_URL");
    assertThat(spec.readiness())
        .isInstanceOfSatisfying(
            Probe.Http.class,
            probe ->
                assertThat(probe.uri())
                    .hasPort(pod.managementPort())
                    .hasPath("/actuator/health/readiness"));
  }

  @Test
  void aRevisionKeepsTheConfigurationItWasMadeWith() throws IOException {
    var revisions = new ConfigurationRevisions(folder);
    Path file = folder.resolve("shop.env");
    Files.writeString(file, "COLOUR=blue\n");
    ReplicaSet blue = configured(revisions, "abc");
    Files.writeString(file, "# another comment is no change\nCOLOUR=blue\n");
    assertThat(revisions.hash(blue.template())).isEqualTo(hashOf(blue));
    Files.writeString(file, "COLOUR=green\n");
    ReplicaSet green = configured(revisions, "def");

    workload.apply(SHOP, blue);
    workload.apply(SHOP, green);

    assertThat(hashOf(green)).isNotEqualTo(hashOf(blue));
    assertThat(colour("shop-abc-0")).isEqualTo("blue");
    assertThat(colour("shop-def-0")).isEqualTo("green");
    revisions.keepOnly(SHOP, Set.of(hashOf(green)));
    try (var kept = Files.list(folder.resolve("revisions/shop"))) {
      assertThat(kept).singleElement().hasToString(folder + "/revisions/shop/" + hashOf(green));
    }
  }

  private ReplicaSet configured(ConfigurationRevisions revisions, String name) {
    ReplicaSet plain = Revisions.configured(name, SHOP);
    String hash = revisions.hash(plain.template());
    revisions.keep(SHOP, hash, plain.template());
    revisions.keep(SHOP, hash, plain.template());
    return Revisions.with(
        plain, plain.template().withAnnotation("alexandrite.dev/config-hash", hash));
  }

  private static String hashOf(ReplicaSet replicaSet) {
    return replicaSet.template().annotations().getOrDefault("alexandrite.dev/config-hash", "");
  }

  private String colour(String pod) {
    return Objects.requireNonNull(host.wanted.get(pod)).environment().getOrDefault("COLOUR", "");
  }

  @Test
  void aSurplusPodLeavesFirstAndIsStoppedWhenIdle() {
    workload.apply(SHOP, Revisions.of("abc", 2));
    host.catchUp(Phase.READY, NOW);

    workload.apply(SHOP, Revisions.of("abc", 1));

    assertThat(workload.observe(SHOP).get("abc")).extracting(ReplicaCounts::created).isEqualTo(1);
    workload.stop(SHOP, pod -> false, Instant.MIN);
    assertThat(host.wanted).hasSize(2);
    workload.stop(SHOP, pod -> true, Instant.MIN);
    assertThat(host.wanted.keySet()).containsExactly("shop-abc-0");
    assertThat(workload.pods(SHOP)).extracting(Pod::name).containsExactly("shop-abc-0");
  }

  @Test
  void aPodThatNeverGetsIdleIsStoppedAfterItsTime() {
    workload.apply(SHOP, Revisions.of("abc", 1));
    workload.delete(SHOP, "abc");

    workload.stop(SHOP, pod -> false, NOW);
    assertThat(host.wanted).hasSize(1);
    workload.stop(SHOP, pod -> false, NOW.plusSeconds(1));
    assertThat(host.wanted).isEmpty();
  }

  @Test
  void aLeavingPodThatIsWantedAgainIsCalledBack() {
    workload.apply(SHOP, Revisions.of("abc", 2));
    host.catchUp(Phase.READY, NOW);
    workload.apply(SHOP, Revisions.of("abc", 1));

    workload.apply(SHOP, Revisions.of("abc", 2));

    assertThat(host.wanted).hasSize(2);
    assertThat(workload.observe(SHOP))
        .containsEntry("abc", new ReplicaCounts(2, 2, 2, List.of(NOW, NOW)));
  }

  @Test
  void anEvictedPodIsReplacedAndNotCalledBack() {
    workload.apply(SHOP, Revisions.of("abc", 2));
    host.catchUp(Phase.READY, NOW);

    workload.evict(SHOP, "abc", NOW, 2);
    assertThat(Objects.requireNonNull(workload.observe(SHOP).get("abc")).created()).isEqualTo(2);
    workload.evict(SHOP, "abc", NOW.plusSeconds(1), 1);
    workload.apply(SHOP, Revisions.of("abc", 2));

    assertThat(host.wanted.keySet()).containsExactly("shop-abc-0", "shop-abc-1", "shop-abc-2");
    assertThat(workload.observe(SHOP).get("abc").created()).isEqualTo(2);
    workload.stop(SHOP, pod -> true, Instant.MIN);
    assertThat(host.wanted.keySet()).containsExactly("shop-abc-1", "shop-abc-2");
  }

  @Test
  void anotherConsoleFindsThePodsAgain() {
    workload.apply(SHOP, Revisions.of("abc", 2));
    host.catchUp(Phase.READY, NOW);
    Map<String, ProcessSpec> before = Map.copyOf(host.wanted);

    LocalWorkload next = newWorkload();
    next.apply(SHOP, Revisions.of("abc", 2));

    assertThat(host.wanted).isEqualTo(before);
    assertThat(next.pods(SHOP)).isEqualTo(workload.pods(SHOP));
  }

  @Test
  void podsOfForgottenRevisionsLeave() {
    workload.apply(SHOP, Revisions.of("abc", 1));
    workload.apply(SHOP, Revisions.of("def", 1));

    workload.keepOnly(SHOP, Set.of("def"));

    assertThat(workload.observe(SHOP)).containsOnlyKeys("def");
  }

  @Test
  void availableAfterMinReadySeconds() {
    workload.apply(SHOP, withMinReady("abc", 10));
    host.catchUp(Phase.READY, NOW.minusSeconds(9));
    assertThat(workload.observe(SHOP))
        .containsEntry("abc", new ReplicaCounts(1, 1, 0, List.of(NOW)));
    host.catchUp(Phase.READY, NOW.minusSeconds(10));
    assertThat(workload.observe(SHOP))
        .containsEntry("abc", new ReplicaCounts(1, 1, 1, List.of(NOW)));
  }

  private static ReplicaSet withMinReady(String hash, int seconds) {
    return Revisions.of(hash, 1).withRevision(1, seconds);
  }
}
