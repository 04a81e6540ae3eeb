package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RolloutPatches.Plan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the revision to go back to, and whether its template differs from the wanted one. */
final class TemplateUndo {
  static final String REVISION = "rollout.argoproj.io/revision";
  private static final String HASH = "rollouts-pod-template-hash";

  private TemplateUndo() {}

  private record Revision(long number, ClusterObject replicaSet) {}

  static Plan plan(ClusterObject rollout, List<ClusterObject> replicaSets, long toRevision) {
    List<Revision> known =
        replicaSets.stream()
            .filter(replicaSet -> replicaSet.isControlledBy(rollout))
            .flatMap(replicaSet -> revision(replicaSet).stream())
            .toList();
    Optional<Revision> wanted = toRevision == 0 ? previous(known) : numbered(known, toRevision);
    return wanted
        .map(revision -> back(rollout, revision))
        .orElseGet(() -> missing(rollout, toRevision));
  }

  private static Plan back(ClusterObject rollout, Revision revision) {
    Map<String, Object> now = withoutHash(Data.map(rollout.spec().get("template")));
    Map<String, Object> then = withoutHash(Data.map(revision.replicaSet().spec().get("template")));
    if (!now.isEmpty() && derives(now, then)) {
      return new Plan.Same("Revision " + revision.number() + " is the wanted one already.");
    }
    Map<String, Object> replace = Map.of("op", "replace", "path", "/spec/template", "value", then);
    return new Plan.Send(
        List.of(new ObjectPatch(ObjectPatch.Type.JSON, "", List.of(replace), null)));
  }

  private static Plan missing(ClusterObject rollout, long toRevision) {
    return toRevision > 0
        ? new Plan.Refused("revision-unknown", "There is no revision " + toRevision + ".")
        : new Plan.Refused(
            "revision-unknown", "Rollout " + rollout.name() + " has no revision before this one.");
  }

  /** A ReplicaSet without a number counts as 0, one whose number is none does not count. */
  private static Optional<Revision> revision(ClusterObject replicaSet) {
    String number = replicaSet.annotation(REVISION);
    try {
      return Optional.of(new Revision(number.isEmpty() ? 0 : Long.parseLong(number), replicaSet));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Revision> previous(List<Revision> known) {
    return known.stream()
        .filter(revision -> revision.number() >= 0)
        .sorted(Comparator.comparingLong(Revision::number).reversed())
        .skip(1)
        .findFirst();
  }

  private static Optional<Revision> numbered(List<Revision> known, long number) {
    return known.stream().filter(revision -> revision.number() == number).findFirst();
  }

  /** The controller's label is not part of what people wrote. */
  private static Map<String, Object> withoutHash(Map<String, Object> template) {
    Map<String, Object> labels =
        new HashMap<>(Data.map(Data.map(template.get("metadata")).get("labels")));
    if (labels.remove(HASH) == null) {
      return template;
    }
    Map<String, Object> metadata = new HashMap<>(Data.map(template.get("metadata")));
    metadata.put("labels", labels);
    Map<String, Object> copy = new HashMap<>(template);
    copy.put("metadata", metadata);
    return copy;
  }

  /** Whether everything that is set here is the same there; the server fills in defaults there. */
  private static boolean derives(Object here, Object there) {
    return switch (here) {
      case Map<?, ?> map when map.isEmpty() -> true;
      case Map<?, ?> map -> there instanceof Map<?, ?> other && derives(map, other);
      case List<?> list when list.isEmpty() -> true;
      case List<?> list -> there instanceof List<?> other && derives(list, other);
      case String text when text.isEmpty() -> true;
      default -> here.equals(there);
    };
  }

  private static boolean derives(Map<?, ?> here, Map<?, ?> there) {
    return here.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .allMatch(entry -> derives(entry.getValue(), orEmpty(there.get(entry.getKey()))));
  }

  private static boolean derives(List<?> here, List<?> there) {
    if (here.size() > there.size()) {
      return false;
    }
    for (int i = 0; i < here.size(); i++) {
      if (!derives(here.get(i), orEmpty(there.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? Map.of() : value;
  }
}
