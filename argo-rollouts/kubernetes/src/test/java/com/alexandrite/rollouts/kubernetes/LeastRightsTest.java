package com.alexandrite.rollouts.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RecordingDispatcher.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Role that is handed out allows what is asked for, and nothing that is not. */
class LeastRightsTest {
  private static final Path MANIFESTS = Path.of("../manifests/console");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/apis?/(?:([^/]+)/)?v[^/]+/namespaces/[^/]+/([^/?]+)(?:/([^/?]+))?(?:/([^/?]+))?.*");

  @RegisterExtension private final ClusterRig rig = new ClusterRig();

  @Test
  void theRoleAllowsExactlyWhatIsAskedFor(@TempDir Path folder) throws IOException {
    rig.create(SampleObjects.pausedShop());
    rig.create(SampleObjects.revision(1, "old", "alexandrite/shop:7", 3));
    rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
    rig.create(SampleObjects.failedRun());
    rig.create(SampleObjects.experiment());
    rig.log().clear();
    try (RolloutCluster cluster = open(folder)) {
      await().atMost(Duration.ofSeconds(30)).until(cluster::isWatching);
      everyAction(cluster.steering());
    }
    assertThat(asked()).isEqualTo(allowed("role.yaml"));
  }

  @Test
  void theRoleForWorkloadsAllowsExactlyWhatIsAskedForThere(@TempDir Path folder)
      throws IOException {
    rig.create(SampleObjects.shopOfDeployment());
    rig.create(SampleObjects.deployment());
    rig.create(SampleObjects.revision(1, "old", "alexandrite/shop:7", 3));
    rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
    rig.log().clear();
    try (RolloutCluster cluster = open(folder)) {
      cluster.steering().undo(ClusterRig.NAMESPACE, "shop", 1);
      cluster.steering().setImage(ClusterRig.NAMESPACE, "shop", "*", "alexandrite/shop:9");
    }
    Set<String> deployments =
        asked().stream()
            .filter(right -> right.contains("deployments"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(deployments).isEqualTo(allowed("workload-role.yaml"));
  }

  private RolloutCluster open(Path folder) throws IOException {
    return RolloutCluster.open(
        new ClusterAddress(rig.kubeconfig(folder), null, List.of(), ""),
        InstantSource.system(),
        (_, _) -> {});
  }

  private static void everyAction(RolloutSteering steering) {
    String namespace = ClusterRig.NAMESPACE;
    steering.promote(namespace, "shop");
    steering.promoteFull(namespace, "shop");
    steering.skipStep(namespace, "shop");
    steering.abort(namespace, "shop");
    steering.retry(namespace, "shop");
    steering.restart(namespace, "shop");
    steering.pause(namespace, "shop");
    steering.resume(namespace, "shop");
    steering.undo(namespace, "shop", 0);
    steering.setImage(namespace, "shop", "shop", "alexandrite/shop:9");
    steering.terminateRun(namespace, "shop-new-2-2");
    steering.terminateExperiment(namespace, "compare");
    steering.retryExperiment(namespace, "compare");
  }

  private Set<String> asked() {
    return rig.log().all().stream()
        .map(LeastRightsTest::right)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String right(Asked asked) {
    Matcher address = ADDRESS.matcher(asked.path());
    assertThat(address.matches()).as(asked.path()).isTrue();
    String subresource = address.group(4) == null ? "" : "/" + address.group(4);
    String group = address.group(1) == null ? "" : address.group(1);
    return group + " " + address.group(2) + subresource + " " + verb(asked, address.group(3));
  }

  private static String verb(Asked asked, @Nullable String name) {
    return switch (asked.method()) {
      case "GET" -> asked.path().contains("watch=true") ? "watch" : name == null ? "list" : "get";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "POST" -> "create";
      default -> "delete";
    };
  }

  private static Set<String> allowed(String file) throws IOException {
    Object role =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(MANIFESTS.resolve(file)));
    return Data.list(Data.map(role).get("rules")).stream()
        .map(Data::map)
        .flatMap(LeastRightsTest::rights)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> rights(Map<String, Object> rule) {
    return Data.list(rule.get("apiGroups")).stream()
        .flatMap(group ->
            Data.list(rule.get("resources")).stream().map(resource -> group + " " + resource))
        .flatMap(what -> Data.list(rule.get("verbs")).stream().map(verb -> what + " " + verb));
  }
}
