package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.operation.ManualAction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a recorded decision again, with the words that recordings have for it. */
public final class RecordedDecisions {

  private RecordedDecisions() {}

  /** The decision; empty if there is no such function. */
  public static Optional<Map<String, @Nullable Object>> decide(
      String function, Map<String, Object> in) {
    return switch (function) {
      case "rollbackWithinWindow" -> one("within", withinWindow(in));
      case "shouldFullPromote" -> Optional.of(promotion(in));
      case "stepCompleted" -> one("completed", stepCompleted(in));
      case "blueGreenPauseCompleted" -> one("completed", pauseCompleted(in));
      case "requiresManualAction" ->
          one("manual", ManualAction.required(Data.text(in.get("reason")), in));
      case "routerWeight" -> one("statusWeights", weights(in));
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, @Nullable Object>> one(String name, @Nullable Object value) {
    Map<String, @Nullable Object> decided = new LinkedHashMap<>();
    decided.put(name, value);
    return Optional.of(decided);
  }

  private static boolean withinWindow(Map<String, Object> in) {
    List<Map<String, Object>> sets =
        Data.list(in.get("replicaSets")).stream().map(Data::map).toList();
    Instant wanted = created(sets, in.get("new"));
    Instant stable = created(sets, in.get("stable"));
    int window = Data.integer(Data.map(in.get("rollbackWindow")).get("revisions"), 0);
    return wanted != null
        && stable != null
        && RollbackWindow.covers(
            window,
            wanted,
            stable,
            sets.stream()
                .filter(set -> !Data.flag(set.get("experiment")))
                .map(set -> RecordedPass.at(set.get("createdAt")))
                .toList());
  }

  private static @Nullable Instant created(List<Map<String, Object>> sets, @Nullable Object name) {
    return sets.stream()
        .filter(set -> name != null && name.equals(set.get("name")))
        .findFirst()
        .map(set -> RecordedPass.at(set.get("createdAt")))
        .orElse(null);
  }

  private static Map<String, @Nullable Object> promotion(Map<String, Object> in) {
    Optional<String> reason = new Promotion(RecordedPass.of(in)).reason();
    Map<String, @Nullable Object> decided = new LinkedHashMap<>();
    decided.put("promote", reason.isPresent());
    decided.put("reason", reason.orElse(""));
    return decided;
  }

  private static boolean stepCompleted(Map<String, Object> in) {
    Map<String, Object> spec = Data.map(in.get("spec"));
    Map<String, Object> canary = Data.map(Data.map(spec.get("strategy")).get("canary"));
    List<Object> steps = Data.list(canary.get("steps"));
    int index = Data.integer(Data.map(in.get("status")).get("currentStepIndex"), 0);
    boolean experiment =
        index < steps.size() && Data.map(steps.get(index)).get("experiment") != null;
    return experiment
        ? !Data.flag(spec.get("paused")) && "Successful".equals(in.get("stepExperimentPhase"))
        : new StepCompletion(RecordedPass.of(in)).reached();
  }

  private static boolean pauseCompleted(Map<String, Object> in) {
    Map<String, Object> strategy = Data.map(Data.map(in.get("spec")).get("strategy"));
    Map<String, Object> blueGreen = Data.map(strategy.get("blueGreen"));
    Map<String, Object> status = Data.map(in.get("status"));
    Instant since =
        Data.list(status.get("pauseConditions")).stream()
            .map(Data::map)
            .filter(pause -> "BlueGreenPause".equals(pause.get("reason")))
            .findFirst()
            .map(pause -> StatusFacts.time(pause.get("startTime")))
            .orElse(null);
    return new BlueGreenPause(
            Data.flag(in.get("addPause")),
            Data.flag(Data.map(status.get("blueGreen")).get("scaleUpPreviewCheckPoint")),
            !Boolean.FALSE.equals(blueGreen.get("autoPromotionEnabled")),
            Data.integer(blueGreen.get("autoPromotionSeconds"), 0),
            Data.flag(status.get("controllerPause")),
            since)
        .completed(RecordedPass.at(in.get("now")));
  }

  /** The split that is decided; null if the router is left alone. */
  private static @Nullable Map<String, Object> weights(Map<String, Object> in) {
    Pass pass = RecordedPass.of(in);
    new TrafficShifting(pass).shift();
    TrafficWeights weights = pass.status.canary.weights();
    return weights == null
        ? null
        : Map.of("canary", weights.canary().weight(), "stable", weights.stable().weight());
  }
}
