package com.alexandrite.rollouts.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alexandrite.rollouts.engine.model.Data;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the watches see, and what becomes of them when the server does not answer. */
class RolloutClusterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ROLLOUTS =
      "/apis/argoproj.io/v1alpha1/namespaces/production/rollouts";

  @RegisterExtension private final ClusterRig rig = new ClusterRig();
  @TempDir private Path folder;

  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  private RolloutCluster open(String selector) throws IOException {
    return RolloutCluster.open(
        new ClusterAddress(rig.kubeconfig(folder), "test", List.of(), selector),
        InstantSource.system(),
        (namespace, name) -> changed.add(namespace + "/" + name));
  }

  @Test
  void aRolloutIsSeenWithAllThatBelongsToIt() throws IOException {
    rig.create(SampleObjects.pausedShop());
    rig.create(SampleObjects.rollout("crm", "alexandrite/crm:1", Map.of()));
    rig.create(SampleObjects.revision(1, "old", "alexandrite/shop:7", 3));
    rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
    rig.create(SampleObjects.pod("new", 1, true));
    rig.create(SampleObjects.failedRun());
    try (RolloutCluster cluster = open("")) {
      await().atMost(PATIENCE).until(cluster::isWatching);
      assertThat(cluster.isSynced()).isTrue();
      assertThat(cluster.rollouts())
          .extracting(one -> one.rollout().name())
          .containsExactly("crm", "shop");
      RolloutSight shop = cluster.rollout("production", "shop").orElseThrow();
      assertThat(shop.rollout().spec()).containsEntry("notKnownYet", Map.of("kept", true));
      assertThat(shop.replicaSets())
          .extracting(ClusterObject::name)
          .containsExactlyInAnyOrder("shop-old", "shop-new");
      assertThat(shop.pods()).extracting(ClusterObject::name).containsExactly("shop-new-1");
      assertThat(shop.analysisRuns())
          .extracting(ClusterObject::name)
          .containsExactly("shop-new-2-2");
      assertThat(shop.experiments()).isEmpty();
      assertThat(cluster.rollout("production", "mes")).isEmpty();
      assertThat(cluster.rollout("elsewhere", "shop")).isEmpty();
    }
  }

  @Test
  void whatBecomesOfTheObjectsIsTold() throws IOException {
    try (RolloutCluster cluster = open("")) {
      await().atMost(PATIENCE).until(cluster::isWatching);
      rig.create(SampleObjects.pausedShop());
      rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
      await().atMost(PATIENCE).until(() -> sees(cluster, 1));
      assertThat(changed).containsExactly("production/shop");
      changed.clear();
      rig.create(SampleObjects.pod("new", 1, true));
      await().atMost(PATIENCE).until(() -> changed.contains("production/shop"));
      Map<String, Object> further = SampleObjects.pausedShop();
      further.put("status", Map.of("currentStepIndex", 2));
      rig.put(further);
      await()
          .atMost(PATIENCE)
          .until(
              () -> Data.integer(shop(cluster).rollout().status().get("currentStepIndex"), 0) == 2);
      rig.delete(SampleObjects.pausedShop());
      await().atMost(PATIENCE).until(() -> cluster.rollouts().isEmpty());
    }
  }

  private static boolean sees(RolloutCluster cluster, int revisions) {
    return cluster
        .rollout("production", "shop")
        .filter(shop -> shop.replicaSets().size() == revisions)
        .isPresent();
  }

  private static RolloutSight shop(RolloutCluster cluster) {
    return cluster.rollout("production", "shop").orElseThrow();
  }

  @Test
  void onlyRolloutsOfTheSelectorAreSeen() throws IOException {
    Map<String, Object> labelled = SampleObjects.pausedShop();
    labelled.put(
        "metadata",
        Map.of("name", "shop", "namespace", "production", "labels", Map.of("team", "a")));
    rig.create(labelled);
    rig.create(SampleObjects.rollout("crm", "alexandrite/crm:1", Map.of()));
    try (RolloutCluster cluster = open("team=a")) {
      await().atMost(PATIENCE).until(cluster::isWatching);
      assertThat(cluster.rollouts())
          .extracting(one -> one.rollout().name())
          .containsExactly("shop");
    }
  }

  @Test
  void watchesComeBackWithTheServer() throws IOException {
    rig.create(SampleObjects.pausedShop());
    try (RolloutCluster cluster = open("")) {
      await().atMost(PATIENCE).until(cluster::isWatching);
      rig.goAway();
      await().atMost(PATIENCE).until(() -> !cluster.isWatching());
      assertThat(cluster.rollouts()).as("what was seen last is still known").hasSize(1);
      rig.comeBack();
      rig.create(SampleObjects.rollout("crm", "alexandrite/crm:1", Map.of()));
      await().atMost(PATIENCE).until(() -> cluster.rollouts().size() == 2);
      await().atMost(PATIENCE).until(cluster::isWatching);
    }
  }

  @Test
  void aWatchThatIsForbiddenSaysSoAndBeginsWhenTheRoleIsThere() throws IOException {
    rig.create(SampleObjects.pausedShop());
    rig.log().fail("GET", ROLLOUTS, 403);
    try (RolloutCluster cluster = open("")) {
      await().atMost(PATIENCE).until(() -> state(cluster).failure() != null);
      assertThat(state(cluster).failure()).contains("the server says 403");
      assertThat(cluster.isSynced()).isFalse();
      rig.log().heal();
      await().atMost(PATIENCE).until(() -> cluster.rollouts().size() == 1);
      await().atMost(PATIENCE).until(() -> state(cluster).failure() == null);
    }
  }

  private static WatchState state(RolloutCluster cluster) {
    return cluster.watches().stream()
        .filter(one -> one.resource() == ClusterResource.ROLLOUTS)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheServerRefusesIsToldByItsKind() throws IOException {
    rig.create(SampleObjects.pausedShop());
    String address = ROLLOUTS + "/shop/status";
    try (RolloutCluster cluster = open("")) {
      Map<Integer, ClusterFailure.Kind> kinds =
          Map.of(
              401, ClusterFailure.Kind.UNAUTHENTICATED,
              403, ClusterFailure.Kind.FORBIDDEN,
              409, ClusterFailure.Kind.CONFLICT,
              422, ClusterFailure.Kind.INVALID,
              503, ClusterFailure.Kind.UNREACHABLE);
      kinds.forEach((code, kind) -> {
        rig.log().fail("PATCH", address, code);
        assertThatThrownBy(() -> cluster.steering().abort("production", "shop"))
            .isInstanceOfSatisfying(
                ClusterFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
            .hasMessage(
                "The cluster did not change Rollout shop in namespace production: the server says "
                    + code);
      });
      assertThatThrownBy(() -> cluster.steering().abort("production", "nobody"))
          .isInstanceOfSatisfying(
              ClusterFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(ClusterFailure.Kind.NOT_FOUND));
      assertThatThrownBy(() -> cluster.steering().promote("production", "nobody"))
          .hasMessage("There is no Rollout nobody in namespace production.");
    }
  }

  @Test
  void anImageIsPutAgainAfterAConflict() throws IOException {
    rig.create(SampleObjects.pausedShop());
    rig.log().fail("PUT", ROLLOUTS + "/shop", 409);
    rig.log().clear();
    try (RolloutCluster cluster = open("")) {
      assertThatThrownBy(() -> cluster.steering().setImage("production", "shop", "*", "a:1"))
          .isInstanceOf(ClusterFailure.class);
      assertThat(rig.log().changes()).filteredOn(asked -> asked.method().equals("PUT")).hasSize(5);
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeAway() throws IOException {
    try (RolloutCluster cluster =
        RolloutCluster.open(
            new ClusterAddress(ClusterRig.kubeconfig(folder, nobody()), null, List.of("a"), ""),
            InstantSource.system(),
            (_, _) -> {})) {
      assertThatThrownBy(() -> cluster.steering().promote("a", "shop"))
          .isInstanceOfSatisfying(
              ClusterFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(ClusterFailure.Kind.UNREACHABLE));
      assertThat(cluster.namespaces()).containsExactly("a");
      assertThat(cluster.isSynced()).isFalse();
    }
  }

  private static URI nobody() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void aWrongKubeconfigIsToldAtOnce() {
    assertThatThrownBy(() -> open(new ClusterAddress(folder.resolve("none"), null, List.of(), "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can not be read");
    assertThatThrownBy(
            () -> open(new ClusterAddress(rig.kubeconfig(folder), "moon", List.of(), "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no context moon");
  }

  private static RolloutCluster open(ClusterAddress address) {
    return RolloutCluster.open(address, InstantSource.system(), (_, _) -> {});
  }
}
