package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the status of a recorded decision, as far as decisions need it. */
final class RecordedStatus {

  /** The name of the one recorded analysis run. */
  static final String RUN = "run";

  private RecordedStatus() {}

  static RolloutStatus of(Map<String, Object> data) {
    StatusDraft draft = StatusDraft.of(RolloutStatus.initial());
    draft.abort = Data.flag(data.get("abort"));
    draft.promoteFull = Data.flag(data.get("promoteFull"));
    draft.currentStepIndex = Data.integerOrNull(data.get("currentStepIndex"));
    draft.stableRS = Data.text(data.get("stableRS"));
    draft.currentPodHash = Data.text(data.get("currentPodHash"));
    draft.pauses(
        Data.list(data.get("pauseConditions")).stream()
            .map(Data::map)
            .map(it -> new PauseCondition(Data.text(it.get("reason")), start(it)))
            .toList(),
        Data.flag(data.get("controllerPause")));
    draft.canary =
        CanaryStatus.NONE.withTraffic(
            weights(Data.map(data.get("canary")).get("weights")), List.of());
    return draft.build();
  }

  static RolloutStatus withStepRun(RolloutStatus status, AnalysisPhase phase) {
    StatusDraft draft = StatusDraft.of(status);
    draft.canary = status.canary().withRuns(new AnalysisRunStatus(RUN, phase, ""), null);
    return draft.build();
  }

  private static Instant start(Map<String, Object> pause) {
    Instant start = StatusFacts.time(pause.get("startTime"));
    return start == null ? Instant.EPOCH : start;
  }

  private static @Nullable TrafficWeights weights(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return null;
    }
    Map<String, Object> weights = Data.map(value);
    return new TrafficWeights(
        arm(weights.get("canary")),
        arm(weights.get("stable")),
        weights.get("verified") instanceof Boolean answer ? answer : null,
        List.of());
  }

  private static WeightDestination arm(@Nullable Object value) {
    Map<String, Object> arm = Data.map(value);
    return new WeightDestination(
        "", Data.text(arm.get("podTemplateHash")), Data.integer(arm.get("weight"), 0));
  }
}
