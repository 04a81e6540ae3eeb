package com.alexandrite.rollouts.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RolloutPatches.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** What is patched is what the official plugin was recorded to patch. */
class PluginPatchesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final RolloutPatches PATCHES = new PluginPatches();

  @TestFactory
  Stream<DynamicTest> recordedRows() throws IOException {
    return rows()
        .filter(PluginPatchesTest::isOurs)
        .map(row -> dynamicTest(row.get("id") + "", () -> check(row)));
  }

  /** The recorded rows lie beside a checkout; own examples stand for them elsewhere. */
  private static Stream<Map<String, Object>> rows() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/conformance/decisions.jsonl");
      if (Files.exists(file)) {
        return Files.readAllLines(file).stream().map(PluginPatchesTest::row);
      }
    }
    return OWN.lines().map(PluginPatchesTest::row);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> row(String line) {
    return JSON.readValue(line, Map.class);
  }

  private static final String OWN =
      """
      {"id":"own-1","fn":"promote","in":{"flags":[],"spec":{"strategy":{"canary":{"steps":[{"pause":{}}]}}},"status":{"currentStepIndex":0}},"want":{"patches":[{"patch":{"status":{"currentStepIndex":1,"pauseConditions":null}},"resource":"rollouts","subresource":"status","type":"merge"}]}}
      {"id":"own-2","fn":"abort","in":{"spec":{}},"want":{"patches":[{"patch":{"status":{"abort":true}},"resource":"rollouts","subresource":"status","type":"merge"}]}}\
      """;

  private static boolean isOurs(Map<String, Object> row) {
    return List.of("promote", "abort", "retry", "restart", "retryExperiment", "undo")
            .contains(row.get("fn"))
        && !Data.list(Data.map(row.get("in")).get("flags")).contains("skip-all-steps");
  }

  private static void check(Map<String, Object> row) {
    Map<String, Object> in = Data.map(row.get("in"));
    Map<String, Object> want = Data.map(row.get("want"));
    if ("undo".equals(row.get("fn"))) {
      checkUndo(in, want);
      return;
    }
    Plan plan = plan(row.get("fn") + "", in);
    if (Data.flag(want.get("error"))) {
      assertThat(plan).isInstanceOf(Plan.Refused.class);
    } else {
      String resource = "retryExperiment".equals(row.get("fn")) ? "experiments" : "rollouts";
      assertThat(told(plan, resource)).isEqualTo(want.get("patches"));
    }
  }

  private static Plan plan(String function, Map<String, Object> in) {
    var rollout = new ClusterObject(in);
    List<Object> flags = Data.list(in.get("flags"));
    return switch (function) {
      case "promote" ->
          flags.contains("full")
              ? PATCHES.promoteFull(rollout)
              : flags.contains("skip-current-step")
                  ? PATCHES.skipStep(rollout)
                  : PATCHES.promote(rollout);
      case "abort" -> PATCHES.abort();
      case "retry" -> PATCHES.retry();
      case "retryExperiment" -> PATCHES.retryExperiment();
      default -> PATCHES.restart(Instant.parse("2020-01-01T00:00:00Z"));
    };
  }

  private static List<Map<String, Object>> told(Plan plan, String resource) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (ObjectPatch patch : ((Plan.Send) plan).patches()) {
      Map<String, Object> one =
          new HashMap<>(Map.of("patch", patch.body(), "type", "merge", "resource", resource));
      if (!patch.subresource().isEmpty()) {
        one.put("subresource", patch.subresource());
      }
      told.add(one);
    }
    return told;
  }

  private static void checkUndo(Map<String, Object> in, Map<String, Object> want) {
    ClusterObject rollout = rollout(in.get("currentImage") + "");
    List<ClusterObject> replicaSets =
        Data.list(in.get("replicaSets")).stream()
            .map(Data::map)
            .filter(one -> !Boolean.FALSE.equals(one.get("matchesSelector")))
            .map(PluginPatchesTest::replicaSet)
            .toList();
    Plan plan = PATCHES.undo(rollout, replicaSets, Data.integer(in.get("toRevision"), 0));
    switch (plan) {
      case Plan.Refused _ -> assertThat(Data.flag(want.get("error"))).isTrue();
      case Plan.Same _ -> assertThat(Data.flag(want.get("skipped"))).isTrue();
      case Plan.Send(List<ObjectPatch> patches) -> {
        assertThat(patches.getFirst().type()).isEqualTo(ObjectPatch.Type.JSON);
        Object op = ((List<?>) patches.getFirst().body()).getFirst();
        assertThat(op)
            .isEqualTo(
                Map.of(
                    "op",
                    "replace",
                    "path",
                    want.get("path"),
                    "value",
                    template(want.get("image"))));
      }
    }
  }

  private static ClusterObject rollout(String image) {
    return new ClusterObject(
        Map.of("metadata", Map.of("uid", "u"), "spec", Map.of("template", template(image))));
  }

  private static Map<String, Object> template(@Nullable Object image) {
    return Map.of(
        "metadata",
        Map.of("labels", Map.of("app", "x")),
        "spec",
        Map.of("containers", List.of(Map.of("name", "c", "image", image + ""))));
  }

  private static ClusterObject replicaSet(Map<String, Object> row) {
    Map<String, Object> metadata = new HashMap<>();
    String owner = Boolean.FALSE.equals(row.get("ownedByRollout")) ? "other" : "u";
    metadata.put("ownerReferences", List.of(Map.of("controller", true, "uid", owner)));
    if (row.containsKey("revision")) {
      metadata.put("annotations", Map.of(TemplateUndo.REVISION, row.get("revision") + ""));
    }
    return new ClusterObject(
        Map.of("metadata", metadata, "spec", Map.of("template", hashed(row.get("image")))));
  }

  private static Map<String, Object> hashed(@Nullable Object image) {
    Map<String, Object> template = new HashMap<>(template(image));
    template.put(
        "metadata", Map.of("labels", Map.of("app", "x", "rollouts-pod-template-hash", "h")));
    return template;
  }

  @Test
  void aTemplateWithTheServersDefaultsIsTheSame() {
    Map<String, Object> defaulted = new HashMap<>(hashed("a:1"));
    defaulted.put(
        "spec",
        Map.of(
            "containers",
            List.of(Map.of("name", "c", "image", "a:1", "resources", Map.of())),
            "dnsPolicy",
            "ClusterFirst"));
    Map<String, Object> metadata =
        Map.of("ownerReferences", List.of(Map.of("controller", true, "uid", "u")));
    var first =
        new ClusterObject(Map.of("metadata", metadata, "spec", Map.of("template", defaulted)));
    assertThat(PATCHES.undo(rollout("a:1"), List.of(first, first), 0))
        .isInstanceOf(Plan.Same.class);
    assertThat(PATCHES.undo(rollout("a:2"), List.of(first, first), 0))
        .isInstanceOf(Plan.Send.class);
  }
}
