package com.alexandrite.console.cluster;

import com.alexandrite.console.view.Work;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.operation.PossibleActions;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import com.alexandrite.rollouts.kubernetes.RolloutSight;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a cluster's rollout stands, read from what its controller wrote down. */
record ClusterRollout(RolloutSight sight) {
  static final String HASH = "rollouts-pod-template-hash";
  private static final int ALL = 100;

  ClusterObject object() {
    return sight.rollout();
  }

  Map<String, Object> status() {
    return object().status();
  }

  Map<String, Object> canary() {
    return Data.map(Data.map(object().spec().get("strategy")).get("canary"));
  }

  List<Map<String, Object>> steps() {
    return Data.list(canary().get("steps")).stream().map(Data::map).toList();
  }

  /**
   * What its versions are judged by. That nothing routes does not tell on a cluster, where pods may
   * well share requests by their number; that their jobs are measured does.
   */
  Work work() {
    boolean jobs =
        Stream.concat(Stream.of(canary()), steps().stream())
            .flatMap(part -> Data.list(Data.map(part.get("analysis")).get("templates")).stream())
            .anyMatch(one -> Data.text(Data.map(one).get("templateName")).startsWith("job-"));
    return jobs && !canary().containsKey("trafficRouting") ? Work.JOBS : Work.REQUESTS;
  }

  /** Until the controller has seen the last change, what it wrote is about the one before. */
  boolean isObserved() {
    try {
      long seen = Long.parseLong(Data.text(status().get("observedGeneration")));
      return seen >= Data.integer(object().metadata().get("generation"), 0);
    } catch (NumberFormatException notANumber) {
      return status().containsKey("observedGeneration");
    }
  }

  String phase() {
    String phase = Data.text(status().get("phase"));
    return !isObserved() || phase.isEmpty() ? "Progressing" : phase;
  }

  String message() {
    return isObserved()
        ? Data.text(status().get("message"))
        : "waiting for rollout spec update to be observed";
  }

  String stableHash() {
    return Data.text(status().get("stableRS"));
  }

  String currentHash() {
    return Data.text(status().get("currentPodHash"));
  }

  /** Whether another version than the stable one is wanted. */
  boolean isUpdating() {
    return !stableHash().isEmpty() && (!isObserved() || !currentHash().equals(stableHash()));
  }

  boolean isAborted() {
    return Data.flag(status().get("abort")) || status().get("abortedAt") != null;
  }

  String stableVersion() {
    return replicaSet(stableHash()).map(this::version).orElse("");
  }

  @Nullable String canaryVersion() {
    return isUpdating() ? wantedVersion() : null;
  }

  String wantedVersion() {
    return object().spec().containsKey("template")
        ? version(object())
        : replicaSet(currentHash()).map(this::version).orElse("");
  }

  String version(ClusterObject workload) {
    return ImageVersion.of(image(workload));
  }

  String image(ClusterObject workload) {
    return ImageVersion.image(workload, object().name());
  }

  Optional<ClusterObject> replicaSet(String hash) {
    return sight.replicaSets().stream()
        .filter(one -> !hash.isEmpty() && one.label(HASH).equals(hash))
        .findFirst();
  }

  int step() {
    return Data.integer(status().get("currentStepIndex"), steps().size());
  }

  /** The share of the traffic, or of the pods where nothing routes, that the new version has. */
  int weight() {
    if (!isUpdating()) {
      return 0;
    }
    Object weights = Data.map(status().get("canary")).get("weights");
    if (weights != null) {
      return Data.integer(Data.map(Data.map(weights).get("canary")).get("weight"), 0);
    }
    if (canary().containsKey("trafficRouting")) {
      return isAborted() ? 0 : setWeight();
    }
    int available = Data.integer(status().get("availableReplicas"), 0);
    return available == 0 ? 0 : available(currentHash()) * ALL / available;
  }

  private int available(String hash) {
    return replicaSet(hash)
        .map(one -> Data.integer(one.status().get("availableReplicas"), 0))
        .orElse(0);
  }

  private int setWeight() {
    List<Map<String, Object>> steps = steps();
    if (step() >= steps.size()) {
      return ALL;
    }
    for (int i = step(); i >= 0; i--) {
      if (steps.get(i).containsKey("setWeight")) {
        return Data.integer(steps.get(i).get("setWeight"), 0);
      }
    }
    return 0;
  }

  /** In one line, for the audit. */
  String summary() {
    return "%s, step %s, weight %d %%, stable %s, wanted %s"
        .formatted(phase(), step(), weight(), stableVersion(), wantedVersion());
  }

  PossibleActions actions() {
    return new PossibleActions(object().content(), isUpdating(), sight.replicaSets().size());
  }

  /** When the version that is wanted, or else the stable one, came into being. */
  @Nullable Instant startedAt() {
    return replicaSet(currentHash()).map(one -> createdAt(one)).orElse(null);
  }

  static Instant createdAt(ClusterObject object) {
    Instant created = time(object.metadata().get("creationTimestamp"));
    return created == null ? Instant.EPOCH : created;
  }

  /** A time of the API; null when it is not set. */
  static @Nullable Instant time(@Nullable Object text) {
    try {
      return text == null ? null : Instant.parse(text.toString());
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  static int revision(ClusterObject object) {
    try {
      return Integer.parseInt(object.annotation("rollout.argoproj.io/revision"));
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
