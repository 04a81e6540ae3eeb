package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.RolloutReader;
import com.alexandrite.rollouts.engine.model.BlueGreenStatus;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of single recorded decisions. */
final class VectorRow {

  private static final Capabilities ALL = new Capabilities(Set.of("p"), true, true, true, true);

  private final Map<String, Object> in;
  private final Set<String> notExecuted = new TreeSet<>();

  VectorRow(Map<String, Object> in) {
    this.in = in;
  }

  Set<String> notExecuted() {
    return notExecuted;
  }

  RolloutSpec spec() {
    return new RolloutReader(ALL)
        .read(
            Map.of("metadata", Map.of("name", "demo"), "spec", Data.map(in.get("spec"))),
            (path, problem, advice) ->
                notExecuted.add(path.replaceAll("\\[\\d+]", "[]") + " " + problem))
        .spec();
  }

  RolloutStatus status() {
    return status(Data.map(in.get("status")));
  }

  static RolloutStatus status(Map<String, Object> data) {
    StatusDraft draft = StatusDraft.of(RolloutStatus.initial());
    draft.phase = Phase.PROGRESSING;
    draft.abort = Data.flag(data.get("abort"));
    draft.promoteFull = Data.flag(data.get("promoteFull"));
    draft.controllerPause = Data.flag(data.get("controllerPause"));
    draft.currentStepIndex = Data.integerOrNull(data.get("currentStepIndex"));
    draft.stableRS = Data.text(data.get("stableRS"));
    draft.currentPodHash = Data.text(data.get("currentPodHash"));
    draft.currentStepHash = Data.text(data.get("currentStepHash"));
    draft.replicas = Data.integer(data.get("replicas"), 0);
    draft.updatedReplicas = Data.integer(data.get("updatedReplicas"), 0);
    draft.readyReplicas = Data.integer(data.get("readyReplicas"), 0);
    draft.availableReplicas = Data.integer(data.get("availableReplicas"), 0);
    draft.pauseConditions =
        Data.list(data.get("pauseConditions")).stream()
            .map(Data::map)
            .map(it -> new PauseCondition(Data.text(it.get("reason")), time(it.get("startTime"))))
            .toList();
    draft.canary =
        CanaryStatus.NONE.withTraffic(
            weights(Data.map(data.get("canary")).get("weights")), List.of());
    draft.blueGreen = blueGreen(Data.map(data.get("blueGreen")));
    return draft.build();
  }

  private static BlueGreenStatus blueGreen(Map<String, Object> data) {
    return new BlueGreenStatus(
        Data.text(data.get("previewSelector")),
        Data.text(data.get("activeSelector")),
        Data.flag(data.get("scaleUpPreviewCheckPoint")),
        run(Data.map(data.get("prePromotionAnalysisRunStatus"))),
        run(Data.map(data.get("postPromotionAnalysisRunStatus"))));
  }

  private static @Nullable AnalysisRunStatus run(Map<String, Object> data) {
    return data.isEmpty()
        ? null
        : new AnalysisRunStatus(
            Data.text(data.get("name")), phase(Data.text(data.get("status"))), "");
  }

  private static AnalysisPhase phase(String text) {
    return Arrays.stream(AnalysisPhase.values())
        .filter(phase -> phase.text().equals(text))
        .findFirst()
        .orElse(AnalysisPhase.NOT_STARTED);
  }

  private static Instant time(@Nullable Object text) {
    return text == null ? Instant.EPOCH : Instant.parse(text.toString());
  }

  @Nullable TrafficWeights weights(String name) {
    return weights(in.get(name));
  }

  private static @Nullable TrafficWeights weights(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return null;
    }
    Map<String, Object> weights = Data.map(value);
    Object verified = weights.get("verified");
    return new TrafficWeights(
        arm(weights.get("canary")),
        arm(weights.get("stable")),
        verified instanceof Boolean answer ? answer : null,
        List.of());
  }

  private static WeightDestination arm(@Nullable Object value) {
    if (value instanceof Number number) {
      return new WeightDestination("", "", number.intValue());
    }
    Map<String, Object> arm = Data.map(value);
    return new WeightDestination(
        "", Data.text(arm.get("podTemplateHash")), Data.integer(arm.get("weight"), 0));
  }

  @Nullable Revision revision(String name) {
    return in.get(name) instanceof Map<?, ?> map ? revision(Data.map(map)) : null;
  }

  List<Revision> revisions(String name) {
    return Data.list(in.get(name)).stream().map(Data::map).map(VectorRow::revision).toList();
  }

  private static Revision revision(Map<String, Object> data) {
    String hash = Data.text(data.getOrDefault("hash", data.get("name")));
    int replicas = Data.integer(data.get("replicas"), 0);
    ReplicaSet set =
        new ReplicaSet(
            hash,
            1,
            new PodTemplate(Map.of(), Map.of(), Map.of()),
            replicas,
            replicas,
            0,
            Instant.EPOCH,
            null);
    int created = Data.integer(data.get("createdReplicas"), 0);
    int available = Data.integer(data.get("availableReplicas"), 0);
    return new Revision(set, new ReplicaCounts(created, available, available));
  }

  Object in(String name) {
    return in.getOrDefault(name, "");
  }

  int integer(String name) {
    return Data.integer(in.get(name), 0);
  }

  Map<String, Object> map(String name) {
    return Data.map(in.get(name));
  }
}
