package com.alexandrite.rollouts.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.Data;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RolloutPatchesTest {

  @Test
  void promoteClearsThePauseOrSkipsTheStep() {
    assertThat(sent(rollout(1, true, false), Set.of()))
        .containsExactly("rollouts/status {\"status\":{\"pauseConditions\":null}}");
    assertThat(sent(rollout(1, false, true), Set.of()))
        .containsExactly(
            "rollouts/status {\"status\":{\"currentStepIndex\":2,\"pauseConditions\":null}}",
            "rollouts {\"spec\":{\"paused\":false}}");
    assertThat(sent(rollout(1, true, true), Set.of(PromoteFlag.FULL)))
        .containsExactly(
            "rollouts/status {\"status\":{\"promoteFull\":true}}",
            "rollouts {\"spec\":{\"paused\":false}}");
  }

  @Test
  void refusesToSkipWhatIsNotThere() {
    Map<String, Object> blueGreen =
        Map.of("spec", Map.of("strategy", Map.of("blueGreen", Map.of("activeService", "a"))));
    assertThat(RolloutPatches.promote(blueGreen, Set.of(PromoteFlag.SKIP_ALL_STEPS)))
        .isInstanceOf(Plan.Refused.class);
    assertThat(
            RolloutPatches.promote(
                rollout(0, false, false),
                Set.of(PromoteFlag.SKIP_ALL_STEPS, PromoteFlag.SKIP_CURRENT_STEP)))
        .isInstanceOf(Plan.Refused.class);
  }

  @Test
  void theOtherOperationsChangeBlindly() {
    assertThat(said(RolloutPatches.abort()))
        .isEqualTo("rollouts/status {\"status\":{\"abort\":true}}");
    assertThat(said(RolloutPatches.retry()))
        .isEqualTo("rollouts/status {\"status\":{\"abort\":false}}");
    assertThat(said(RolloutPatches.pause(true))).isEqualTo("rollouts {\"spec\":{\"paused\":true}}");
    assertThat(said(RolloutPatches.restart(Instant.parse("2026-01-01T10:00:00.5Z"))))
        .isEqualTo("rollouts {\"spec\":{\"restartAt\":\"2026-01-01T10:00:00Z\"}}");
    assertThat(said(RolloutPatches.retryExperiment())).isEqualTo("experiments {\"status\":null}");
    assertThat(said(RolloutPatches.terminateAnalysisRun()))
        .isEqualTo("analysisruns {\"spec\":{\"terminate\":true}}");
    assertThat(said(RolloutPatches.terminateExperiment()))
        .isEqualTo("experiments {\"spec\":{\"terminate\":true}}");
  }

  @Test
  void setsTheImageWhereTheContainerStillIs() {
    Map<String, Object> rollout =
        Map.of("spec", Map.of("template", template("demo:1", Map.of("app", "demo"))));
    assertThat(said(RolloutPatches.setImage(rollout, "main", "demo:2")))
        .containsExactly(
            "rollouts"
                + " [{\"op\":\"test\",\"path\":\"/spec/template/spec/containers/0/name\",\"value\":\"main\"},"
                + "{\"op\":\"add\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"demo:2\"}]");
    assertThat(RolloutPatches.setImage(rollout, "other", "demo:2"))
        .isInstanceOf(Plan.Refused.class);
  }

  @Test
  void undoPutsTheTemplateBackWithoutItsHash() {
    Map<String, Object> rollout = undoable(Map.of());
    List<Map<String, Object>> sets = List.of(replicaSet("1", "demo:1"), replicaSet("2", "demo:2"));
    assertThat(said(RolloutPatches.undo(rollout, sets, 0)))
        .singleElement()
        .asString()
        .startsWith("rollouts [{\"op\":\"replace\",\"path\":\"/spec/template\"")
        .contains("demo:1")
        .doesNotContain("rollouts-pod-template-hash");
    assertThat(said(RolloutPatches.undo(rollout, sets, 2))).isEmpty();
    assertThat(RolloutPatches.undo(rollout, sets, 7)).isInstanceOf(Plan.Refused.class);
  }

  @Test
  void undoChangesTheWorkloadThatTheTemplateComesFrom() {
    Map<String, Object> rollout =
        undoable(Map.of("workloadRef", Map.of("kind", "Deployment", "name", "demo")));
    List<Map<String, Object>> sets = List.of(replicaSet("1", "demo:1"), replicaSet("2", "demo:2"));
    assertThat(RolloutPatches.undo(rollout, sets, 1))
        .isInstanceOfSatisfying(
            Plan.Send.class,
            plan -> {
              assertThat(plan.patches().getFirst().resource()).isEqualTo("deployments");
              assertThat(plan.patches().getFirst().name()).isEqualTo("demo");
            });
  }

  @Test
  void undoHasNothingToCompareWithWhereTheWorkloadHoldsTheTemplate() {
    Map<String, Object> rollout =
        MergePatch.apply(
            undoable(Map.of("workloadRef", Map.of("kind", "Deployment", "name", "demo"))),
            Map.of("spec", MergePatch.removing("template")));
    List<Map<String, Object>> sets = List.of(replicaSet("1", "demo:1"), replicaSet("2", "demo:2"));
    assertThat(said(RolloutPatches.undo(rollout, sets, 0))).hasSize(1);
  }

  /** Never beyond the last step, and never both a pause cleared and a step skipped. */
  @Property
  void goesOnByOneThing(
      @ForAll @IntRange(max = 5) int index, @ForAll boolean paused, @ForAll boolean held) {
    Map<String, Object> rollout = rollout(index, paused, held);
    Map<String, Object> after = rollout;
    for (Patch patch : patches(RolloutPatches.promote(rollout, Set.of()))) {
      after = MergePatch.apply(after, Data.map(patch.body()));
    }
    Map<String, Object> status = Data.map(after.get("status"));
    int next = Data.integer(status.get("currentStepIndex"), -1);
    assertThat(next).isEqualTo(paused ? index : Math.max(index, Math.min(STEPS, index + 1)));
    assertThat(status).doesNotContainKey("pauseConditions");
    assertThat(Data.flag(Data.map(after.get("spec")).get("paused"))).isFalse();
  }

  private static final int STEPS = 3;

  private static Map<String, Object> rollout(int index, boolean paused, boolean held) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("currentStepIndex", index);
    status.put("stableRS", "s");
    status.put("currentPodHash", "c");
    if (paused) {
      status.put("pauseConditions", List.of(Map.of("reason", "CanaryPauseStep")));
    }
    Map<String, Object> canary =
        Map.of(
            "steps",
            List.of(Map.of("setWeight", 10), Map.of("pause", Map.of()), Map.of("setWeight", 50)));
    return Map.of(
        "spec", Map.of("paused", held, "strategy", Map.of("canary", canary)), "status", status);
  }

  private static Map<String, Object> template(String image, Map<String, String> labels) {
    return Map.of(
        "metadata",
        Map.of("labels", labels),
        "spec",
        Map.of("containers", List.of(Map.of("name", "main", "image", image))));
  }

  private static Map<String, Object> undoable(Map<String, Object> more) {
    Map<String, Object> spec = new LinkedHashMap<>(more);
    spec.put("selector", Map.of("matchLabels", Map.of("app", "demo")));
    spec.put("template", template("demo:2", Map.of("app", "demo")));
    return Map.of("metadata", Map.of("name", "demo", "uid", "u"), "spec", spec);
  }

  private static Map<String, Object> replicaSet(String revision, String image) {
    Map<String, String> labels = Map.of("app", "demo", "rollouts-pod-template-hash", revision);
    return Map.of(
        "metadata",
        Map.of(
            "labels", labels,
            "annotations", Map.of("rollout.argoproj.io/revision", revision),
            "ownerReferences", List.of(Map.of("controller", true, "uid", "u"))),
        "spec",
        Map.of("template", template(image, labels)));
  }

  private static List<Patch> patches(Plan plan) {
    return plan instanceof Plan.Send(List<Patch> patches) ? patches : List.of();
  }

  private static List<String> sent(Map<String, Object> rollout, Set<PromoteFlag> flags) {
    return said(RolloutPatches.promote(rollout, flags));
  }

  private static List<String> said(Plan plan) {
    List<String> said = new ArrayList<>();
    patches(plan).forEach(patch -> said.add(said(patch)));
    return said;
  }

  private static String said(Patch patch) {
    String where =
        patch.subresource() == null
            ? patch.resource()
            : patch.resource() + "/" + patch.subresource();
    return where + " " + patch.json();
  }
}
