package com.alexandrite.rollouts.engine.conformance;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The core fields of a state in the words of the trace files. */
final class TraceStates {

  /** The fields that the traces recommend to compare. */
  static final List<String> CORE =
      List.of(
          "phase",
          "message",
          "stepIndex",
          "weight",
          "scale",
          "paused",
          "abort",
          "stable",
          "current",
          "runs",
          "additional",
          "experiments");

  /** A blue-green rollout is also compared in what its Services select. */
  private static final List<String> BLUE_GREEN =
      Stream.concat(CORE.stream(), Stream.of("controllerPause", "services")).toList();

  private static final Map<String, String> MESSAGES =
      Map.of(
          "", "",
          "more replicas need to be updated", "needsUpdated",
          "updated replicas are still becoming available", "needsAvailable",
          "old replicas are pending termination", "oldTerminating",
          "waiting for all steps to complete", "steps",
          "rollout is restarting", "restarting",
          "active service cutover pending", "cutoverPending",
          "waiting for analysis to complete", "postPromotionAnalysis",
          "manually paused", "manualPause");

  /**
   * Every run ever seen, in the order of creation: runs may be forgotten, the traces remember them.
   */
  private final Map<String, Map<String, Object>> runs = new LinkedHashMap<>();

  private final TraceExperiments experiments = new TraceExperiments();

  /** The fields to compare of a rollout with this strategy. */
  static List<String> fields(boolean blueGreen) {
    return blueGreen ? BLUE_GREEN : CORE;
  }

  Map<String, @Nullable Object> of(Snapshot snapshot) {
    RolloutState state = snapshot.state();
    RolloutStatus status = state.rollout().status();
    Map<String, @Nullable Object> core = new LinkedHashMap<>();
    core.put("phase", status.phase().text());
    core.put("message", message(status.message()));
    core.put("stepIndex", status.currentStepIndex());
    core.put("weight", snapshot.split() == null ? null : snapshot.split().canaryWeight());
    core.put("scale", scale(state));
    core.put("paused", status.pauseConditions().stream().map(PauseCondition::reason).toList());
    core.put("abort", status.abort());
    core.put("stable", revision(state, status.stableRS()));
    core.put("current", revision(state, status.currentPodHash()));
    core.put("runs", runs(state));
    core.put(
        "additional",
        snapshot.split() == null
            ? List.of()
            : snapshot.split().additional().stream().map(TrafficRouter.Share::weight).toList());
    core.put("experiments", experiments.of(state));
    if (state.rollout().spec().blueGreen() != null) {
      core.put("controllerPause", status.controllerPause());
      core.put("services", services(state));
    }
    return core;
  }

  private static String message(String text) {
    String known = MESSAGES.get(text);
    if (known != null) {
      return known;
    }
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }

  private static Map<String, Object> scale(RolloutState state) {
    Map<String, Object> scale = new TreeMap<>();
    for (ReplicaSet set : state.replicaSets()) {
      scale.put(Integer.toString(set.revision()), set.replicas());
    }
    return scale;
  }

  private static Map<String, @Nullable Object> services(RolloutState state) {
    Map<String, @Nullable Object> selected = new TreeMap<>();
    for (ServiceSelection service : state.services()) {
      String hash = service.hash();
      selected.put(service.name(), hash == null ? null : revision(state, hash));
    }
    return selected;
  }

  private static @Nullable Integer revision(RolloutState state, String hash) {
    return state.replicaSet(hash).map(ReplicaSet::revision).orElse(null);
  }

  private List<Map<String, Object>> runs(RolloutState state) {
    for (AnalysisRun run : state.analysisRuns()) {
      Map<String, Object> seen = new TreeMap<>();
      seen.put("kind", kind(run));
      seen.put("phase", run.phase().text());
      if (run.kind() == AnalysisRun.Kind.STEP) {
        seen.put("step", run.stepIndex());
      }
      seen.put("n", number(run.name()));
      runs.put(run.name(), seen);
    }
    return new ArrayList<>(runs.values());
  }

  static String kind(AnalysisRun run) {
    return switch (run.kind()) {
      case STEP -> "step";
      case BACKGROUND -> "background";
      case PRE_PROMOTION -> "prePromotion";
      case POST_PROMOTION -> "postPromotion";
      case EXPERIMENT -> "experiment";
      case BAKE -> "bake";
    };
  }

  private int number(String run) {
    int known = new ArrayList<>(runs.keySet()).indexOf(run);
    return known < 0 ? runs.size() + 1 : known + 1;
  }
}
