package com.alexandrite.rollouts.engine.simulation;

import static com.alexandrite.rollouts.engine.manifest.DemoManifests.BLUE_GREEN;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.SERVICES;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.accepted;
import static java.util.stream.Collectors.joining;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations.Undo;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics.Point;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Blue-green rollouts as people write them, and what happens to them. */
final class BlueGreenScenarios {

  static final Duration END = Duration.ofMinutes(25);

  private static final String JUDGE =
      """
      ---
      kind: AnalysisTemplate
      metadata: {name: judge}
      spec:
        metrics:
          - name: ms
            successCondition: result < 0.1
            failureCondition: result > 0.3
            provider: {prometheus: {address: 'http://prometheus', query: up}}
      """;

  private BlueGreenScenarios() {}

  /** A rollout as first applied, its strategy's other fields one a line. */
  static RolloutState start(int replicas, List<String> fields) {
    String sized = BLUE_GREEN.replace("spec:\n  selector", "spec:\n  replicas: %d\n  selector");
    String strategy = fields.stream().map("      %s\n"::formatted).collect(joining());
    return accepted(sized.formatted(replicas) + strategy + SERVICES + JUDGE).initialState();
  }

  static Scenario scenario(RolloutState start, List<Step> script) {
    return new Scenario(
        start, script, Map.of(), PodPlan.DEFAULT, Map.of(), RecordingRouter.Plan.NONE, END);
  }

  static Step at(int second, UnaryOperator<RolloutState> operation) {
    return new Step(Duration.ofSeconds(second), simulation -> simulation.change(operation));
  }

  static RolloutState undo(RolloutState state) {
    return RolloutOperations.undo(state, 0) instanceof Undo.Changed(RolloutState changed)
        ? changed
        : state;
  }

  static Arbitrary<Scenario> any() {
    return Combinators.combine(starts(), scripts(), plans(), plans(), metrics())
        .as((start, script, second, third, metrics) ->
            new Scenario(
                start,
                script,
                Map.of(2, second, 3, third),
                PodPlan.DEFAULT,
                Map.of("ms", metrics),
                RecordingRouter.Plan.NONE,
                END));
  }

  private static Arbitrary<RolloutState> starts() {
    Arbitrary<List<String>> fields =
        Arbitraries.of(
                "autoPromotionEnabled: false",
                "autoPromotionSeconds: 20",
                "previewReplicaCount: 1",
                "prePromotionAnalysis: {templates: [{templateName: judge}]}",
                "postPromotionAnalysis: {templates: [{templateName: judge}]}",
                "scaleDownDelaySeconds: 0",
                "scaleDownDelayRevisionLimit: 1",
                "abortScaleDownDelaySeconds: 15")
            .set()
            .map(List::copyOf);
    return Combinators.combine(Arbitraries.integers().between(1, 4), fields)
        .as(BlueGreenScenarios::start);
  }

  private static Arbitrary<PodPlan> plans() {
    return Arbitraries.of(
        new PodPlan(0.0, null),
        new PodPlan(3.0, null),
        new PodPlan(20.0, null),
        new PodPlan(null, null));
  }

  private static Arbitrary<List<Point>> metrics() {
    Arbitrary<Point> points =
        Combinators.combine(
                Arbitraries.integers().between(0, 300), Arbitraries.of(0.01, 0.01, 0.2, 0.5))
            .as((from, value) ->
                new Point(
                    Simulation.START.plusSeconds(from),
                    new Reading.Value(value, value.toString(), Map.of())));
    return points
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(all -> all.stream().sorted(Comparator.comparing(Point::from)).toList());
  }

  private static Arbitrary<List<Step>> scripts() {
    List<UnaryOperator<RolloutState>> operations =
        List.of(
            state -> RolloutOperations.setImage(state, "demo/demo:2"),
            state -> RolloutOperations.setImage(state, "demo/demo:3"),
            state -> RolloutOperations.setImage(state, "demo/demo:1"),
            state -> RolloutOperations.scale(state, 5),
            state -> RolloutOperations.scale(state, 2),
            BlueGreenScenarios::undo,
            RolloutOperations::promote,
            RolloutOperations::promoteFull,
            RolloutOperations::pause,
            RolloutOperations::resume,
            RolloutOperations::abort,
            RolloutOperations::retry);
    return Combinators.combine(Arbitraries.integers().between(10, 300), Arbitraries.of(operations))
        .as(BlueGreenScenarios::at)
        .list()
        .ofMaxSize(10)
        .map(all -> all.stream().sorted(Comparator.comparing(Step::at)).toList());
  }
}
