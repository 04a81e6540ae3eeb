package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nothing runs with more rights than it needs, and everything is probed and bounded. */
class HardenedIT {

  @ParameterizedTest
  @ValueSource(
      strings = {"overlays/staging", "overlays/production", "overlays/preview", "space", "cluster"})
  void every_pod_is_confined(String folder) throws IOException {
    for (Manifest manifest : Manifest.rendered(folder)) {
      JsonNode pod =
          manifest
              .json()
              .at(manifest.kind().equals("CronJob") ? "/spec/jobTemplate/spec" : "/spec")
              .at("/template/spec");
      if (pod.has("containers")) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as("%s", manifest).isTrue();
        Manifest.stream(pod.path("containers")).forEach(it -> confined(manifest, it));
        Manifest.stream(pod.path("initContainers")).forEach(it -> confined(manifest, it));
      }
    }
  }

  private static void confined(Manifest manifest, JsonNode container) {
    JsonNode rights = container.path("securityContext");
    assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).as("%s", manifest).isTrue();
    assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(rights.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
    assertThat(container.at("/resources/limits/memory").isString()).isTrue();
    assertThat(container.at("/resources/requests/cpu").isString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void every_service_is_probed_and_survives_a_drained_node(String overlay) throws IOException {
    List<Manifest> all = Manifest.rendered("overlays/" + overlay);
    for (String service : Services.ALL) {
      JsonNode workload = Manifest.workload(all, service).json();
      JsonNode container = workload.at("/spec/template/spec/containers/0");
      assertThat(container.has("readinessProbe")).isTrue();
      assertThat(container.has("livenessProbe")).isTrue();
      assertThat(workload.at("/spec/replicas").asInt()).isGreaterThan(1);
      JsonNode budget = Manifest.one(all, "PodDisruptionBudget", service).json();
      assertThat(budget.at("/spec/selector/matchLabels").toString())
          .isEqualTo(workload.at("/spec/selector/matchLabels").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void every_service_is_released_by_the_steps_that_one_machine_rehearses(String overlay)
      throws IOException {
    List<Manifest> all = Manifest.rendered("overlays/" + overlay);
    for (String service : Services.ALL) {
      JsonNode rehearsed = Manifest.one(rehearsed(service), "Rollout", service).json();
      JsonNode released = Manifest.one(all, "Rollout", service).json();
      for (String part : List.of("steps", "analysis", "canaryService", "stableService")) {
        assertThat(released.at("/spec/strategy/canary").path(part))
            .as("%s of %s", part, service)
            .isEqualTo(rehearsed.at("/spec/strategy/canary").path(part));
      }
    }
  }

  private static List<Manifest> rehearsed(String service) throws IOException {
    return Manifest.all(
        Files.readString(
            Tools.checkout().resolve("argo-rollouts/manifests/" + service + "/rollout.yaml")));
  }
}
