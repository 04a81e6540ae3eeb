package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a status says that decides about phase and progress: of our own model, or of any Rollout.
 *
 * @param activeSelector the revision that blueGreen's active Service selects
 * @param judged whether blueGreen's analysis after the promotion has ended
 */
record StatusFacts(
    Pods pods,
    String current,
    String stable,
    @Nullable Integer stepIndex,
    String stepHash,
    String activeSelector,
    String previewSelector,
    boolean judged,
    List<String> pauses,
    List<Condition> conditions,
    @Nullable Instant restartedAt) {

  /** The counts of pods: of all revisions, but for {@code updated}. */
  record Pods(int all, int updated, int ready, int available) {

    int old() {
      return all - updated;
    }
  }

  /** What a condition says. */
  record Condition(String type, String reason, String message) {}

  /** Whether the wanted revision is the stable one. */
  boolean completed() {
    return !stable.isEmpty() && stable.equals(current);
  }

  static StatusFacts of(RolloutStatus status) {
    BlueGreenStatus blueGreen = status.blueGreen();
    AnalysisRunStatus judging = blueGreen.postPromotionAnalysisRunStatus();
    return new StatusFacts(
        new Pods(
            status.replicas(),
            status.updatedReplicas(),
            status.readyReplicas(),
            status.availableReplicas()),
        status.currentPodHash(),
        status.stableRS(),
        status.currentStepIndex(),
        status.currentStepHash(),
        blueGreen.activeSelector(),
        blueGreen.previewSelector(),
        judging != null && judging.status().completed(),
        pauses(status),
        conditions(status),
        status.restartedAt());
  }

  private static List<String> pauses(RolloutStatus status) {
    List<String> pauses = new ArrayList<>(status.pauseConditions().size());
    status.pauseConditions().forEach(it -> pauses.add(it.reason()));
    return pauses;
  }

  private static List<Condition> conditions(RolloutStatus status) {
    List<Condition> conditions = new ArrayList<>(status.conditions().size());
    status
        .conditions()
        .forEach(it -> conditions.add(new Condition(it.type(), it.reason(), it.message())));
    return conditions;
  }

  /** Of a status as the API gives it. */
  static StatusFacts of(Map<String, Object> status) {
    Map<String, Object> blueGreen = Data.map(status.get("blueGreen"));
    Map<String, Object> judging = Data.map(blueGreen.get("postPromotionAnalysisRunStatus"));
    return new StatusFacts(
        new Pods(
            Data.integer(status.get("replicas"), 0),
            Data.integer(status.get("updatedReplicas"), 0),
            Data.integer(status.get("readyReplicas"), 0),
            Data.integer(status.get("availableReplicas"), 0)),
        Data.text(status.get("currentPodHash")),
        Data.text(status.get("stableRS")),
        Data.integerOrNull(status.get("currentStepIndex")),
        Data.text(status.get("currentStepHash")),
        Data.text(blueGreen.get("activeSelector")),
        Data.text(blueGreen.get("previewSelector")),
        completed(Data.text(judging.get("status"))),
        maps(status, "pauseConditions").map(it -> Data.text(it.get("reason"))).toList(),
        maps(status, "conditions").map(StatusFacts::condition).toList(),
        time(status.get("restartedAt")));
  }

  private static Stream<Map<String, Object>> maps(Map<String, Object> status, String name) {
    return Data.list(status.get(name)).stream().map(Data::map);
  }

  private static boolean completed(String phase) {
    return Stream.of(AnalysisPhase.values())
        .anyMatch(it -> it.text().equals(phase) && it.completed());
  }

  private static Condition condition(Map<String, Object> data) {
    return new Condition(
        Data.text(data.get("type")), Data.text(data.get("reason")), Data.text(data.get("message")));
  }

  static @Nullable Instant time(@Nullable Object text) {
    return text == null ? null : Instant.parse(Objects.toString(text));
  }
}
