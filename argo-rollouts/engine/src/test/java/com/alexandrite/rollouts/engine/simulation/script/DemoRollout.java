package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.simulation.SimulatedRelease;
import com.alexandrite.rollouts.engine.simulation.Simulator;
import java.util.List;
import java.util.Optional;

/** A small rollout, and scripts that are played with it. */
public final class DemoRollout {

  /** Half of the customers, a look every five seconds until three were good. */
  public static final String GATE =
      """
      steps:
        - setWeight: 50
        - analysis: {templates: [{templateName: gate}]}
      """;

  /** As Prometheus answers; {@code VALUES} stands for the samples of its series. */
  private static final String MATRIX =
      """
      {"status": "success", "data": {"resultType": "matrix", "result":
        [{"metric": {}, "values": [VALUES]}]}}
      """;

  private DemoRollout() {}

  /** A rollout with this canary strategy, written as in a manifest. */
  public static ManifestSet manifests(String canary) {
    String text =
        """
        kind: Rollout
        metadata: {name: demo}
        spec:
          replicas: 2
          progressDeadlineSeconds: 60
          selector: {matchLabels: {app: demo}}
          template:
            metadata: {labels: {app: demo}}
            spec:
              containers: [{name: demo, image: registry:5000/demo}]
          strategy:
            canary:
        %s
        ---
        kind: AnalysisTemplate
        metadata: {name: gate}
        spec:
          metrics:
            - name: errors
              interval: 5s
              count: 3
              successCondition: result[0] < 0.5
              provider: {prometheus: {query: errors_of_the_canary}}
        ---
        kind: AnalysisTemplate
        metadata: {name: watch}
        spec:
          metrics:
            - name: errors
              interval: 20s
              successCondition: result[0] < 0.5
              provider: {prometheus: {query: errors_of_everybody}}
        """
            .formatted(canary.indent(6).stripTrailing());
    return switch (Manifests.read(
        List.of(new ManifestFile("demo.yaml", text)), Capabilities.SIMULATED)) {
      case Reading.Accepted(ManifestSet set) -> set;
      case Reading.Refused(List<Refusal> why) -> throw new AssertionError(why.toString());
    };
  }

  /** Reads a script; the one recording there is has a sample of 0 and then one of 1. */
  public static ScriptReader.Reading read(String script, ManifestSet manifests) {
    return ScriptReader.read(
        new ManifestFile("script.yaml", script), manifests, DemoRollout::recording);
  }

  private static Optional<String> recording(String file) {
    return switch (file) {
      case "step.json" ->
          Optional.of(MATRIX.replace("VALUES", "[1767225600, \"0\"], [1767225608, \"1\"]"));
      case "empty.json" -> Optional.of(MATRIX.replace("VALUES", ""));
      case "page.html" -> Optional.of("<html>");
      default -> Optional.empty();
    };
  }

  /** Plays a script that is right. */
  public static SimulatedRelease play(String canary, String script) {
    ManifestSet manifests = manifests(canary);
    return Simulator.play(manifests, accepted(script, manifests));
  }

  /** A script that is right. */
  public static Script accepted(String script, ManifestSet manifests) {
    return switch (read(script, manifests)) {
      case ScriptReader.Reading.Accepted(Script accepted) -> accepted;
      case ScriptReader.Reading.Refused(List<Refusal> why) ->
          throw new AssertionError(why.toString());
    };
  }
}
