package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.RolloutCondition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides a recorded phase, progress, deadline or condition again. */
public final class RecordedPhases {

  private RecordedPhases() {}

  /** The phase as it is seen from outside. */
  public static PhaseCalculation phase(Map<String, Object> in) {
    return ObservedPhase.of(in, Data.flag(in.get("templateResolvedFromRef")));
  }

  /** The decision of another function; empty if there is no such function. */
  public static Optional<Map<String, Object>> decide(String function, Map<String, Object> in) {
    return switch (function) {
      case "promotionFacts" -> Optional.of(promotion(in));
      case "progressFacts" -> Optional.of(progress(in));
      case "rolloutTimedOut" -> Optional.of(Map.of("timedOut", timedOut(in)));
      case "setCondition" -> Optional.of(setCondition(in));
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> promotion(Map<String, Object> in) {
    StatusFacts status = StatusFacts.of(Data.map(in.get("status")));
    return Map.of(
        "completed", status.completed(),
        "fullyPromoted", status.stable().equals(status.current()),
        "shouldVerifyWeight", WeightVerification.due(in, Data.integer(in.get("desiredWeight"), 0)));
  }

  private static Map<String, Object> progress(Map<String, Object> in) {
    SpecFacts spec = SpecFacts.of(Data.map(in.get("spec")));
    Map<String, Object> before = Data.map(in.get("oldStatus"));
    StatusFacts old = StatusFacts.of(before);
    StatusFacts current = StatusFacts.of(Data.map(in.get("newStatus")));
    String generation =
        Integer.toString(Data.integer(Data.map(in.get("metadata")).get("generation"), 0));
    boolean observed = generation.equals(Data.text(before.get("observedGeneration")));
    return Map.of(
        "progressing", Progress.moving(spec, old, current),
        "healthy", observed && Progress.healthy(spec, current),
        "completed", current.completed());
  }

  private static boolean timedOut(Map<String, Object> in) {
    Object reason = in.get("progressingReason");
    int seconds =
        Data.integer(
            in.get("progressDeadlineSeconds"), RolloutSpec.DEFAULT_PROGRESS_DEADLINE_SECONDS);
    Instant now = RecordedPass.at(in.get("secondsSinceProgressingLastUpdate"));
    return reason != null
        && Progress.timedOut(reason.toString(), RecordedPass.START.plusSeconds(seconds), now);
  }

  private static Map<String, Object> setCondition(Map<String, Object> in) {
    StatusDraft draft = StatusDraft.of(RolloutStatus.initial());
    Instant before = RecordedPass.START;
    RolloutCondition current = condition(in.get("current"), before);
    if (current != null) {
      draft.setCondition(current);
    }
    RolloutCondition next = condition(in.get("new"), before.plusSeconds(60));
    boolean updated = next != null && draft.setCondition(next);
    Map<String, Object> decided = new LinkedHashMap<>();
    decided.put("updated", updated);
    decided.put("count", draft.conditions.size());
    draft
        .condition(Words.PROGRESSING)
        .ifPresent(it -> {
          decided.put("lastUpdateTimeChanged", !it.lastUpdateTime().equals(before));
          decided.put("lastTransitionTimeChanged", !it.lastTransitionTime().equals(before));
        });
    return decided;
  }

  /** Recorded as {@code status/reason}. */
  private static @Nullable RolloutCondition condition(@Nullable Object recorded, Instant at) {
    String text = Data.text(recorded);
    int slash = text.indexOf('/');
    return slash < 0
        ? null
        : new RolloutCondition(
            Words.PROGRESSING, text.substring(0, slash), text.substring(slash + 1), "", at, at);
  }
}
