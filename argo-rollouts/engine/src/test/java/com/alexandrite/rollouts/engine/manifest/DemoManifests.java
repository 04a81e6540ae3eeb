package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import java.util.List;

/** The smallest Rollout as people write it; what a test is about is added at its end. */
public final class DemoManifests {

  private static final String ROLLOUT =
      """
      kind: Rollout
      metadata: {name: demo}
      spec:
        selector: {matchLabels: {app: demo}}
        template:
          metadata: {labels: {app: demo}}
          spec:
            containers:
              - {name: demo, image: 'demo/demo:1'}
        strategy:
      """;

  /** A canary without steps; further fields of it follow, six spaces deep. */
  public static final String CANARY = ROLLOUT + "    canary:\n";

  /** A blue-green rollout; further fields of it follow, six spaces deep. */
  public static final String BLUE_GREEN =
      ROLLOUT
          + """
              blueGreen:
                activeService: active
                previewService: preview
          """;

  /** The two Services of {@link #BLUE_GREEN}. */
  public static final String SERVICES =
      """
      ---
      kind: Service
      metadata: {name: active}
      spec: {}
      ---
      kind: Service
      metadata: {name: preview}
      spec: {}
      """;

  private DemoManifests() {}

  /** What reading them for this machine comes to. */
  public static Reading read(String yaml) {
    return Manifests.read(List.of(new ManifestFile("demo.yaml", yaml)), Capabilities.LOCAL);
  }

  /** Read; fails if the engine refuses any of it. */
  public static ManifestSet accepted(String yaml) {
    return switch (read(yaml)) {
      case Reading.Accepted(ManifestSet manifests) -> manifests;
      case Reading.Refused(List<Refusal> refusals) -> throw new AssertionError(refusals);
    };
  }

  /** What the engine refuses of them; nothing if it accepts them. */
  static List<String> refusals(String yaml) {
    return read(yaml) instanceof Reading.Refused(List<Refusal> refusals)
        ? refusals.stream().map(Refusal::toString).toList()
        : List.of();
  }
}
