package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.operation.Patch;
import com.alexandrite.rollouts.engine.operation.Plan;
import com.alexandrite.rollouts.engine.operation.PromoteFlag;
import com.alexandrite.rollouts.engine.operation.RolloutPatches;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that record what the official command line sends. */
final class OperationRows {

  private static final String HASH_LABEL = "rollouts-pod-template-hash";

  /** When recorded restarts were asked for. */
  private static final Instant RESTART = Instant.parse("2020-01-01T00:00:00Z");

  private OperationRows() {}

  static Map<String, Object> promote(Map<String, Object> in) {
    Set<String> words =
        Data.list(in.get("flags")).stream().map(Data::text).collect(Collectors.toSet());
    Set<PromoteFlag> flags =
        Stream.of(PromoteFlag.values())
            .filter(flag -> words.contains(flag.text()))
            .collect(Collectors.toSet());
    return switch (RolloutPatches.promote(in, flags)) {
      case Plan.Send(List<Patch> patches) -> Map.of("patches", said(patches));
      case Plan.Refused(Plan.Reason reason, String message) ->
          refused(reason, "patches", List.of());
    };
  }

  static Map<String, Object> blind(String function) {
    Patch patch =
        switch (function) {
          case "abort" -> RolloutPatches.abort();
          case "retry" -> RolloutPatches.retry();
          case "restart" -> RolloutPatches.restart(RESTART);
          default -> RolloutPatches.retryExperiment();
        };
    return Map.of("error", false, "patches", said(List.of(patch)));
  }

  private static List<Map<String, Object>> said(List<Patch> patches) {
    return patches.stream().map(OperationRows::said).toList();
  }

  private static Map<String, Object> said(Patch patch) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("type", patch.type().text());
    said.put("resource", patch.resource());
    if (patch.subresource() != null) {
      said.put("subresource", patch.subresource());
    }
    said.put("patch", patch.body());
    return said;
  }

  private static Map<String, Object> refused(Plan.Reason reason, String name, Object value) {
    return Map.of("error", true, "errorClass", reason.text(), name, value);
  }

  static Map<String, Object> undo(Map<String, Object> in) {
    Map<String, Object> rollout =
        object(Map.of("name", "demo", "uid", "own"), Data.text(in.get("currentImage")), Map.of());
    List<Map<String, Object>> sets =
        Data.list(in.get("replicaSets")).stream().map(Data::map).map(OperationRows::set).toList();
    return switch (RolloutPatches.undo(rollout, sets, Data.integer(in.get("toRevision"), 0))) {
      case Plan.Refused(Plan.Reason reason, String message) -> refused(reason, "patched", false);
      case Plan.Send(List<Patch> patches) when patches.isEmpty() ->
          Map.of("patched", false, "skipped", true);
      case Plan.Send(List<Patch> patches) -> undone(patches.getFirst());
    };
  }

  private static Map<String, Object> undone(Patch patch) {
    Map<String, Object> operation = Data.map(Data.list(patch.body()).getFirst());
    Map<String, Object> template = Data.map(operation.get("value"));
    Map<String, Object> labels = Data.map(Data.map(template.get("metadata")).get("labels"));
    Map<String, Object> pod = Data.map(template.get("spec"));
    return Map.of(
        "patched", true,
        "skipped", false,
        "op", Data.text(operation.get("op")),
        "path", Data.text(operation.get("path")),
        "hashLabelKept", labels.containsKey(HASH_LABEL),
        "image", Data.text(Data.map(Data.list(pod.get("containers")).getFirst()).get("image")));
  }

  private static Map<String, Object> set(Map<String, Object> recorded) {
    boolean owned = !Boolean.FALSE.equals(recorded.get("ownedByRollout"));
    boolean matches = !Boolean.FALSE.equals(recorded.get("matchesSelector"));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("labels", Map.of("app", matches ? "demo" : "other"));
    metadata.put(
        "ownerReferences", List.of(Map.of("controller", true, "uid", owned ? "own" : "other")));
    String revision = Data.text(recorded.get("revision"));
    if (!revision.isEmpty()) {
      metadata.put("annotations", Map.of("rollout.argoproj.io/revision", revision));
    }
    return object(metadata, Data.text(recorded.get("image")), Map.of(HASH_LABEL, "abc"));
  }

  private static Map<String, Object> object(
      Map<String, Object> metadata, String image, Map<String, Object> extraLabels) {
    Map<String, Object> labels = new LinkedHashMap<>(extraLabels);
    labels.put("app", "demo");
    return Map.of(
        "metadata",
        metadata,
        "spec",
        Map.of(
            "selector",
            Map.of("matchLabels", Map.of("app", "demo")),
            "template",
            Map.of(
                "metadata",
                Map.of("labels", labels),
                "spec",
                Map.of("containers", List.of(Map.of("name", "main", "image", image))))));
  }
}
