package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.reconcile.RolloutEvent;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.PodPlan;
import com.alexandrite.rollouts.engine.simulation.RecordingRouter;
import com.alexandrite.rollouts.engine.simulation.Scenario;
import com.alexandrite.rollouts.engine.simulation.Scenario.Happening;
import com.alexandrite.rollouts.engine.simulation.Scenario.Step;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics.Point;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import com.alexandrite.rollouts.engine.simulation.Simulation.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A rollout with its metrics, written down for a test and played on the virtual clock. */
final class Play {

  /** Version 2 is released at this second. */
  static final int RELEASE = 60;

  static final Reading GOOD = value(0.0);
  static final Reading BAD = value(1.0);
  static final Reading NAN = value(Double.NaN);
  static final Reading EMPTY = new Reading.Value(new double[0], "[]", Map.of());
  static final Reading DOWN = new Reading.Failure("connection refused");

  private final String manifests;
  private final Map<String, List<Point>> metrics = new LinkedHashMap<>();
  private final List<Step> script = new ArrayList<>();

  private Play(String manifests) {
    this.manifests = manifests;
    at(RELEASE, state -> RolloutOperations.setImage(state, "demo/demo:2"));
  }

  static Reading value(double value) {
    return new Reading.Value(new double[] {value}, "[" + value + "]", Map.of());
  }

  /** A rollout with these annotations and this canary strategy, each line as in a manifest. */
  static Play of(String annotations, String canary) {
    return new Play(yaml(annotations, canary));
  }

  static Manifests.Reading read(String annotations, String canary) {
    return Manifests.read(
        List.of(new ManifestFile("demo.yaml", yaml(annotations, canary))), Capabilities.LOCAL);
  }

  private static String yaml(String annotations, String canary) {
    return """
    kind: Rollout
    metadata:
      name: demo
      annotations:
    %s
    spec:
      replicas: 2
      selector: {matchLabels: {app: demo}}
      template:
        metadata: {labels: {app: demo}}
        spec:
          containers:
            - name: demo
              image: demo/demo:1
      strategy:
        canary:
          canaryService: demo-canary
          stableService: demo-stable
          trafficRouting:
            plugins:
              argoproj-labs/gatewayAPI:
                httpRoute: demo
    %s
    ---
    kind: Service
    metadata: {name: demo-canary}
    ---
    kind: Service
    metadata: {name: demo-stable}
    ---
    kind: HTTPRoute
    metadata: {name: demo}
    spec:
      rules:
        - backendRefs:
            - {name: demo-canary, port: 80}
            - {name: demo-stable, port: 80}
    ---
    kind: AnalysisTemplate
    metadata: {name: errors}
    spec:
      metrics:
        - name: errors
          interval: 5s
          successCondition: result[0] < 0.5
          provider: {prometheus: {query: errors}}
    ---
    kind: AnalysisTemplate
    metadata: {name: gate}
    spec:
      metrics:
        - name: gate
          interval: 5s
          count: 3
          successCondition: result[0] < 0.5
          provider: {prometheus: {query: gate}}
    """
        .formatted(annotations.indent(4).stripTrailing(), canary.indent(6).stripTrailing());
  }

  /** What a metric is from a second on. */
  Play metric(String name, int second, Reading reading) {
    metrics
        .computeIfAbsent(name, it -> new ArrayList<>())
        .add(new Point(Simulation.START.plusSeconds(second), reading));
    return this;
  }

  Play at(int second, UnaryOperator<RolloutState> operation) {
    return happening(second, simulation -> simulation.change(operation));
  }

  Play happening(int second, Happening happening) {
    script.add(new Step(Duration.ofSeconds(second), happening));
    script.sort(Comparator.comparing(Step::at));
    return this;
  }

  Scenario scenario(int untilSecond) {
    ManifestSet set =
        switch (Manifests.read(
            List.of(new ManifestFile("demo.yaml", manifests)), Capabilities.LOCAL)) {
          case Manifests.Reading.Accepted(ManifestSet accepted) -> accepted;
          case Manifests.Reading.Refused(List<Refusal> refusals) ->
              throw new IllegalArgumentException(refusals.toString());
        };
    return new Scenario(
        set.initialState(),
        script,
        Map.of(),
        PodPlan.DEFAULT,
        metrics,
        RecordingRouter.Plan.NONE,
        Duration.ofSeconds(untilSecond));
  }

  Story until(int second) {
    return new Story(Simulation.play(scenario(second)));
  }

  /** What happened, to be asked. */
  record Story(Timeline timeline) {

    RolloutState at(int second) {
      return timeline.snapshots().stream()
          .filter(snapshot -> snapshot.second() <= second)
          .reduce((earlier, later) -> later)
          .map(Snapshot::state)
          .orElseThrow();
    }

    RolloutStatus status(int second) {
      return at(second).rollout().status();
    }

    /** Phase and message. */
    String phase(int second) {
      RolloutStatus status = status(second);
      return (status.phase().text() + " " + status.message()).strip();
    }

    boolean promoted(int second) {
      RolloutState state = at(second);
      return state.rollout().fullyPromoted()
          && state.rollout().spec().template().container().image().endsWith(":2");
    }

    List<String> events(String reason) {
      return timeline.events().stream()
          .filter(event -> event.reason().equals(reason))
          .map(RolloutEvent::message)
          .toList();
    }
  }
}
