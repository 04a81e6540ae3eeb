package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus.TrafficWeights;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every experiment, whatever people, pods and measurements do. */
class ExperimentPropertiesTest {

  @Property(tries = 25)
  void leavesNoPodsBehind(@ForAll("rows") Map<String, Object> row) {
    Snapshot last = ExperimentRows.play(row).getLast();
    RolloutState state = last.state();
    Set<String> wanted =
        state.replicaSets().stream().map(ReplicaSet::hash).collect(Collectors.toSet());
    String current = state.rollout().status().canary().currentExperiment();
    state
        .experiment(current)
        .filter(experiment -> !experiment.phase().completed())
        .ifPresent(it -> it.replicaSets().forEach(set -> wanted.add(set.hash())));
    Set<String> running = new HashSet<>();
    last.pods()
        .forEach((hash, pods) -> {
          if (pods.created() > 0) {
            running.add(hash);
          }
        });
    assertThat(wanted).containsAll(running);
  }

  @Property(tries = 25)
  void theWeightsAreTheWhole(@ForAll("rows") Map<String, Object> row) {
    for (Snapshot snapshot : ExperimentRows.play(row)) {
      TrafficWeights weights = snapshot.state().rollout().status().canary().weights();
      if (weights != null) {
        int additional = weights.additional().stream().mapToInt(WeightDestination::weight).sum();
        assertThat(weights.canary().weight() + weights.stable().weight() + additional)
            .isEqualTo(100);
        assertThat(additional == 0 || running(snapshot.state())).isTrue();
      }
      assertThat(PlainData.read(PlainData.of(snapshot.state()), RolloutState.class))
          .isEqualTo(snapshot.state());
    }
  }

  private static boolean running(RolloutState state) {
    return state
        .experiment(state.rollout().status().canary().currentExperiment())
        .filter(experiment -> experiment.phase() == AnalysisPhase.RUNNING)
        .isPresent();
  }

  @Property(tries = 25)
  void comesToRest(@ForAll("rows") Map<String, Object> row) {
    List<Snapshot> snapshots = ExperimentRows.play(row);
    assertThat(snapshots).hasSizeLessThan(300);
    assertThat(snapshots.getLast().state().experiments()).hasSizeLessThan(12);
    assertThat(snapshots.getLast().state().experiments())
        .extracting(Experiment::name)
        .doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<Map<String, Object>> rows() {
    return Combinators.combine(experiments(), scripts(), values(), pods()).as(ExperimentRows::row);
  }

  private static Arbitrary<String> experiments() {
    Arbitrary<String> templates =
        Arbitraries.of(
            "{\"name\":\"base\",\"specRef\":\"stable\"},{\"name\":\"cand\",\"specRef\":\"canary\"}",
            "{\"name\":\"base\",\"specRef\":\"stable\",\"weight\":5},"
                + "{\"name\":\"cand\",\"specRef\":\"canary\",\"weight\":10,\"replicas\":2}",
            "{\"name\":\"cand\",\"specRef\":\"canary\",\"weight\":40}");
    Arbitrary<String> durations = Arbitraries.of("", ",\"duration\":\"20s\"");
    Arbitrary<String> analyses =
        Arbitraries.of(
            "",
            ",\"analyses\":[{\"name\":\"a\",\"templateName\":\"t\"}]",
            ",\"analyses\":[{\"name\":\"a\",\"templateName\":\"t\",\"requiredForCompletion\":true}]",
            ",\"analyses\":[{\"name\":\"a\",\"templateName\":\"t\",\"requiredForCompletion\":true},"
                + "{\"name\":\"u\",\"templateName\":\"u\"}]");
    Arbitrary<String> delays = Arbitraries.of("", ",\"scaleDownDelaySeconds\":0");
    return Combinators.combine(templates, durations, analyses, delays)
        .as((pods, duration, analysis, delay) ->
            "{\"templates\":[" + pods + "]" + duration + analysis + delay + "}");
  }

  private static Arbitrary<String> scripts() {
    Arbitrary<String> operations =
        Arbitraries.of(
            "\"promote\"",
            "\"promoteFull\"",
            "\"abort\"",
            "\"retry\"",
            "\"setImage\",\"image\":\"demo:1\"",
            "\"setImage\",\"image\":\"demo:2\"",
            "\"setImage\",\"image\":\"demo:3\"");
    return Arbitraries.maps(Arbitraries.integers().between(31, 400), operations)
        .ofMaxSize(6)
        .map(steps ->
            new TreeMap<>(steps)
                .entrySet().stream()
                    .map(step -> "{\"at\":" + step.getKey() + ",\"op\":" + step.getValue() + "}")
                    .collect(Collectors.joining(",")));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.of("0", "0.5", "2");
  }

  private static Arbitrary<String> pods() {
    return Arbitraries.of(
        "",
        "\"pods\":{\"experiment\":{\"readyAfter\":\"never\"}},",
        "\"pods\":{\"experiment\":{\"readyAfter\":15}},",
        "\"pods\":{\"2\":{\"readyAfter\":\"never\"}},");
  }
}
