package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.operation.Patch;
import com.alexandrite.rollouts.engine.operation.Plan;
import com.alexandrite.rollouts.kubernetes.RolloutSteering.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sends what an operation comes to. */
final class PatchSending {
  private final ClusterClient client;

  PatchSending(ClusterClient client) {
    this.client = client;
  }

  Outcome send(String namespace, String name, Plan plan) {
    return switch (plan) {
      case Plan.Refused(Plan.Reason reason, String why) -> new Outcome.Refused(code(reason), why);
      case Plan.Send(List<Patch> list) when list.isEmpty() ->
          new Outcome.Unchanged("There is nothing to do: it is so already.");
      case Plan.Send(List<Patch> list) -> sendAll(namespace, name, list);
    };
  }

  private static String code(Plan.Reason reason) {
    return switch (reason) {
      case SKIP_FLAGS_TOGETHER, SKIP_FLAGS_WITH_BLUE_GREEN, SKIP_FLAG_WITHOUT_STEPS -> "no-steps";
      case REVISION_NOT_FOUND, NO_PREVIOUS_REVISION -> "revision-unknown";
      case WORKLOAD_UNSUPPORTED -> "workload-unsupported";
      case CONTAINER_NOT_FOUND -> "container-unknown";
    };
  }

  private Outcome sendAll(String namespace, String name, List<Patch> list) {
    ClusterObject after = new ClusterObject(Map.of());
    for (Patch patch : list) {
      try {
        after = sendOne(namespace, name, patch);
      } catch (ClusterFailure failure) {
        if (failure.kind() != ClusterFailure.Kind.NOT_FOUND || patch.subresource() == null) {
          throw failure;
        }
        // Either there is no such subresource (Argo Rollouts before 0.10) or no such object; the
        // object's own address tells.
        return new Outcome.Taken(sendOne(namespace, name, onObject(list)));
      }
    }
    return new Outcome.Taken(after);
  }

  private ClusterObject sendOne(String namespace, String name, Patch patch) {
    return client.patch(
        ClusterResource.of(patch.resource()),
        namespace,
        Objects.requireNonNullElse(patch.name(), name),
        patch);
  }

  /** All of them as one patch of the object itself: they change different parts of it. */
  private static Patch onObject(List<Patch> list) {
    Map<String, Object> body = new LinkedHashMap<>();
    list.forEach(patch -> body.putAll(Data.map(patch.body())));
    return new Patch(Patch.Type.MERGE, list.getFirst().resource(), null, null, body);
  }
}
