package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.LabelSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an earlier revision's pod template back into the spec, or into the workload it refers to.
 */
final class Undo {

  private static final String REVISION = "rollout.argoproj.io/revision";
  private static final String HASH_LABEL = "rollouts-pod-template-hash";
  private static final Map<String, String> WORKLOADS =
      Map.of(
          "Deployment", "deployments", "ReplicaSet", "replicasets", "PodTemplate", "podtemplates");

  private final Map<String, Object> rollout;
  private final List<Map<String, Object>> owned;

  Undo(Map<String, Object> rollout, List<Map<String, Object>> replicaSets) {
    this.rollout = rollout;
    this.owned =
        replicaSets.stream().filter(this::owns).filter(set -> revision(set).isPresent()).toList();
  }

  Plan plan(long toRevision) {
    List<Long> revisions = owned.stream().map(set -> revision(set).orElseThrow()).toList();
    String name = Data.text(metadata(rollout).get("name"));
    return switch (RevisionChoice.of(name, revisions, toRevision)) {
      case RevisionChoice.None(Plan.Reason reason, String message) ->
          new Plan.Refused(reason, message);
      case RevisionChoice.At(int index) -> to(template(owned.get(index)));
    };
  }

  private Plan to(Map<String, Object> template) {
    Map<String, Object> wanted = template(rollout);
    // Where a workload holds the template, there is none here to compare with.
    if (!wanted.isEmpty() && Derivative.of(wanted, template)) {
      return new Plan.Send(List.of());
    }
    List<Map<String, Object>> replacing =
        List.of(Map.of("op", "replace", "path", "/spec/template", "value", template));
    Map<String, Object> workload = Data.map(spec(rollout).get("workloadRef"));
    if (workload.isEmpty()) {
      return new Plan.Send(List.of(Patch.ofOperations(Patch.ROLLOUTS, null, replacing)));
    }
    String kind = Data.text(workload.get("kind"));
    String resource = WORKLOADS.get(kind);
    return resource == null
        ? new Plan.Refused(
            Plan.Reason.WORKLOAD_UNSUPPORTED, "A workload of kind " + kind + " is not supported")
        : new Plan.Send(
            List.of(Patch.ofOperations(resource, Data.text(workload.get("name")), replacing)));
  }

  private boolean owns(Map<String, Object> set) {
    Map<String, Object> selector = Data.map(spec(rollout).get("selector"));
    return LabelSelector.matches(selector, Data.map(metadata(set).get("labels")))
        && Data.list(metadata(set).get("ownerReferences")).stream()
            .map(Data::map)
            .anyMatch(owner ->
                Data.flag(owner.get("controller"))
                    && Data.text(owner.get("uid")).equals(Data.text(metadata(rollout).get("uid"))));
  }

  /** Absent counts as 0; empty where it is no number. */
  private static Optional<Long> revision(Map<String, Object> set) {
    Object written = Data.map(metadata(set).get("annotations")).get(REVISION);
    if (written == null) {
      return Optional.of(0L);
    }
    String text = written.toString();
    return text.matches("[-+]?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** The pod template without the label that names its revision. */
  private static Map<String, Object> template(Map<String, Object> object) {
    Map<String, Object> template = new LinkedHashMap<>(Data.map(spec(object).get("template")));
    Map<String, Object> metadata = new LinkedHashMap<>(metadata(template));
    Map<String, Object> labels = new LinkedHashMap<>(Data.map(metadata.get("labels")));
    if (labels.remove(HASH_LABEL) != null) {
      metadata.put("labels", labels);
      template.put("metadata", metadata);
    }
    return template;
  }

  private static Map<String, Object> metadata(Map<String, Object> object) {
    return Data.map(object.get("metadata"));
  }

  private static Map<String, Object> spec(Map<String, Object> object) {
    return Data.map(object.get("spec"));
  }
}
