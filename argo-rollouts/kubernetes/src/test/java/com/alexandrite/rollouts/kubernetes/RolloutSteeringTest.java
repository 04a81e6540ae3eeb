package com.alexandrite.rollouts.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RecordingDispatcher.Asked;
import com.alexandrite.rollouts.kubernetes.RolloutSteering.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire for each action. */
class RolloutSteeringTest {
  private static final String ROLLOUT =
      "/apis/argoproj.io/v1alpha1/namespaces/production/rollouts/shop";

  @RegisterExtension private final ClusterRig rig = new ClusterRig();
  private RolloutSteering steering;
  private RolloutCluster cluster;

  @BeforeEach
  void aReleaseUnderWay(@TempDir Path folder) throws Exception {
    rig.create(SampleObjects.pausedShop());
    rig.create(SampleObjects.revision(1, "old", "alexandrite/shop:7", 3));
    rig.create(SampleObjects.revision(2, "new", "alexandrite/shop:8", 1));
    rig.create(SampleObjects.failedRun());
    cluster =
        RolloutCluster.open(
            new ClusterAddress(rig.kubeconfig(folder), null, List.of(), ""),
            () -> Instant.parse("2026-11-25T12:00:00.5Z"),
            (_, _) -> {});
    steering = cluster.steering();
    rig.log().clear();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void promoteEndsAPause() {
    assertThat(changes(it -> it.promote("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"pauseConditions\":null}}"));
    assertThat(live().get("pauseConditions")).isNull();
  }

  @Test
  void promoteFull() {
    assertThat(changes(it -> it.promoteFull("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"promoteFull\":true}}"));
  }

  @Test
  void skipStep() {
    assertThat(changes(it -> it.skipStep("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"currentStepIndex\":2}}"));
  }

  @Test
  void skipAllSteps() {
    assertThat(changes(it -> it.skipAllSteps("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"currentStepIndex\":3}}"));
  }

  @Test
  void abortAndRetry() {
    assertThat(changes(it -> it.abort("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"abort\":true}}"));
    assertThat(live()).containsEntry("abort", true);
    assertThat(changes(it -> it.retry("production", "shop")))
        .containsExactly(merge(ROLLOUT + "/status", "{\"status\":{\"abort\":false}}"));
  }

  @Test
  void restartPauseAndResume() {
    assertThat(changes(it -> it.restart("production", "shop")))
        .containsExactly(merge(ROLLOUT, "{\"spec\":{\"restartAt\":\"2026-11-25T12:00:00Z\"}}"));
    assertThat(changes(it -> it.pause("production", "shop")))
        .containsExactly(merge(ROLLOUT, "{\"spec\":{\"paused\":true}}"));
    assertThat(changes(it -> it.resume("production", "shop")))
        .containsExactly(merge(ROLLOUT, "{\"spec\":{\"paused\":false}}"));
  }

  @Test
  void undoTakesTheTemplateOfTheRevisionBefore() throws Exception {
    List<Asked> sent = changes(it -> it.undo("production", "shop", 0));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().type()).isEqualTo("application/json-patch+json");
    assertThat(sent.getFirst().path()).isEqualTo(ROLLOUT);
    assertThat(sent.getFirst().body())
        .contains("\"op\":\"replace\"", "\"path\":\"/spec/template\"", "alexandrite/shop:7")
        .doesNotContain("rollouts-pod-template-hash");
    assertThat(steering.undo("production", "shop", 1)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(steering.undo("production", "shop", 9)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anImageIsPutIntoTheWholeObject() throws Exception {
    List<Asked> sent =
        changes(it -> it.setImage("production", "shop", "shop", "alexandrite/shop:9"));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().method()).isEqualTo("PUT");
    assertThat(sent.getFirst().body())
        .contains("alexandrite/shop:9", "notKnownYet", "resourceVersion");
    assertThat(steering.setImage("production", "shop", "crm", "x"))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void runsAndExperimentsEndByTheirSpec() throws Exception {
    rig.create(SampleObjects.experiment());
    String argo = "/apis/argoproj.io/v1alpha1/namespaces/production/";
    assertThat(changes(it -> it.terminateRun("production", "shop-new-2-2")))
        .containsExactly(
            merge(argo + "analysisruns/shop-new-2-2", "{\"spec\":{\"terminate\":true}}"));
    assertThat(changes(it -> it.terminateExperiment("production", "compare")))
        .containsExactly(merge(argo + "experiments/compare", "{\"spec\":{\"terminate\":true}}"));
    assertThat(changes(it -> it.retryExperiment("production", "compare")))
        .containsExactly(merge(argo + "experiments/compare", "{\"status\":null}"));
  }

  @Test
  void aDefinitionWithoutStatusSubresourceGetsOnePatchOfTheObject() throws Exception {
    rig.log().fail("PATCH", ROLLOUT + "/status", 404);
    Map<String, Object> held = SampleObjects.pausedShop();
    held.put("spec", with(held, "spec", "paused", true));
    rig.put(held);
    rig.log().clear();
    Asked last = changes(it -> it.promote("production", "shop")).getLast();
    assertThat(last.address()).isEqualTo(ROLLOUT);
    assertThat(last.body())
        .contains("\"spec\":{\"paused\":false}", "\"status\":{\"pauseConditions\":null}");
  }

  private static Map<String, Object> with(
      Map<String, Object> object, String part, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(Data.map(object.get(part)));
    changed.put(key, value);
    return changed;
  }

  private static Asked merge(String path, String body) {
    return new Asked("PATCH", path, "application/merge-patch+json", body);
  }

  /** What was sent to change something, without the queries. */
  private List<Asked> changes(Function<RolloutSteering, Outcome> action) {
    rig.log().clear();
    assertThat(action.apply(steering)).isInstanceOf(Outcome.Taken.class);
    return rig.log().changes().stream()
        .map(asked -> new Asked(asked.method(), asked.address(), asked.type(), asked.body()))
        .toList();
  }

  private Map<String, Object> live() {
    return rig.live(ClusterResource.ROLLOUTS, "shop").status();
  }
}
