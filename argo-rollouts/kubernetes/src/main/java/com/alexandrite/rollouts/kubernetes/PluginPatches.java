package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RolloutPatches.Plan.Refused;
import com.alexandrite.rollouts.kubernetes.RolloutPatches.Plan.Send;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The patches of plugin 1.9; the recorded rows of the conformance suite hold them. */
final class PluginPatches implements RolloutPatches {
  private static final Map<String, Object> UNPAUSE = Map.of("spec", Map.of("paused", false));

  @Override
  public Plan promote(ClusterObject rollout) {
    List<ObjectPatch> patches = new ArrayList<>();
    promotion(rollout)
        .map(status -> ObjectPatch.ofStatus(Map.of("status", status), unified(rollout, status)))
        .ifPresent(patches::add);
    return new Send(unpaused(rollout, patches));
  }

  private static Optional<Map<String, @Nullable Object>> promotion(ClusterObject rollout) {
    Map<String, @Nullable Object> status = new HashMap<>();
    status.put("pauseConditions", null);
    boolean paused = !Data.list(rollout.status().get("pauseConditions")).isEmpty();
    boolean stuck = isInconclusive(rollout) && Data.flag(rollout.status().get("controllerPause"));
    if (paused && !stuck) {
      return Optional.of(status);
    }
    if (!hasSteps(rollout)) {
      return Optional.empty();
    }
    status.put("currentStepIndex", nextStep(rollout));
    if (paused) {
      status.put("controllerPause", false);
    }
    return Optional.of(status);
  }

  private static Map<String, Object> unified(
      ClusterObject rollout, Map<String, @Nullable Object> status) {
    boolean paused = !Data.list(rollout.status().get("pauseConditions")).isEmpty();
    Map<String, @Nullable Object> cleared = new HashMap<>();
    cleared.put("pauseConditions", null);
    return Map.of("spec", Map.of("paused", false), "status", paused ? cleared : status);
  }

  @Override
  public Plan promoteFull(ClusterObject rollout) {
    List<ObjectPatch> patches = new ArrayList<>();
    Map<String, Object> full = Map.of("promoteFull", true);
    Map<String, Object> status = rollout.status();
    if (!Objects.equals(text(status, "currentPodHash"), text(status, "stableRS"))) {
      patches.add(
          ObjectPatch.ofStatus(
              Map.of("status", full), Map.of("spec", Map.of("paused", false), "status", full)));
    }
    return new Send(unpaused(rollout, patches));
  }

  private static List<ObjectPatch> unpaused(ClusterObject rollout, List<ObjectPatch> patches) {
    if (Data.flag(rollout.spec().get("paused"))) {
      patches.add(ObjectPatch.ofObject(UNPAUSE));
    }
    return patches;
  }

  @Override
  public Plan skipStep(ClusterObject rollout) {
    return toStep(rollout, nextStep(rollout));
  }

  @Override
  public Plan skipAllSteps(ClusterObject rollout) {
    return toStep(rollout, steps(rollout));
  }

  private static Plan toStep(ClusterObject rollout, int step) {
    Map<String, Object> strategy = Data.map(rollout.spec().get("strategy"));
    if (strategy.containsKey("blueGreen")) {
      return new Refused("no-steps", "A blue-green rollout has no steps to skip.");
    }
    if (strategy.containsKey("canary") && !hasSteps(rollout)) {
      return new Refused("no-steps", "The rollout has no steps to skip.");
    }
    return hasSteps(rollout) ? onStatus(Map.of("currentStepIndex", step)) : new Send(List.of());
  }

  @Override
  public Plan abort() {
    return onStatus(Map.of("abort", true));
  }

  @Override
  public Plan retry() {
    return onStatus(Map.of("abort", false));
  }

  private static Plan onStatus(Map<String, Object> status) {
    Map<String, Object> body = Map.of("status", status);
    return new Send(List.of(ObjectPatch.ofStatus(body, body)));
  }

  @Override
  public Plan restart(Instant at) {
    return onSpec("restartAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  @Override
  public Plan pause(boolean paused) {
    return onSpec("paused", paused);
  }

  @Override
  public Plan terminate() {
    return onSpec("terminate", true);
  }

  private static Plan onSpec(String field, Object value) {
    return new Send(List.of(ObjectPatch.ofObject(Map.of("spec", Map.of(field, value)))));
  }

  @Override
  public Plan retryExperiment() {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("status", null);
    return new Send(List.of(ObjectPatch.ofObject(body)));
  }

  @Override
  public Plan undo(ClusterObject rollout, List<ClusterObject> replicaSets, long toRevision) {
    return TemplateUndo.plan(rollout, replicaSets, toRevision);
  }

  private static boolean isInconclusive(ClusterObject rollout) {
    Object run = Data.map(rollout.status().get("canary")).get("currentStepAnalysisRunStatus");
    return "Inconclusive".equals(Data.map(run).get("status"));
  }

  private static boolean hasSteps(ClusterObject rollout) {
    return steps(rollout) > 0;
  }

  private static int steps(ClusterObject rollout) {
    Object canary = Data.map(rollout.spec().get("strategy")).get("canary");
    return Data.list(Data.map(canary).get("steps")).size();
  }

  /** One further, but never beyond the end. */
  private static int nextStep(ClusterObject rollout) {
    int index = Data.integer(rollout.status().get("currentStepIndex"), 0);
    return index < steps(rollout) ? index + 1 : index;
  }

  private static String text(Map<String, Object> map, String key) {
    return Data.text(map.get(key));
  }
}
