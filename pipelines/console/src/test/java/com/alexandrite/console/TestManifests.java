package com.alexandrite.console;

import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The short rollout of the tests. */
public final class TestManifests {
  private TestManifests() {}

  public static String yaml() {
    try (InputStream file =
        Objects.requireNonNull(TestManifests.class.getResourceAsStream("/manifests/shop.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ManifestSet read() {
    return read(yaml());
  }

  /** The same with an experiment in the place of the second weight. */
  public static ManifestSet withExperiment() {
    String experiment =
        """
                - experiment:
                    duration: 5s
                    scaleDownDelaySeconds: 2
                    templates:
                      - name: base
                        specRef: stable
                      - name: tried
                        specRef: canary
                        weight: 5
                    analyses:
                      - name: latency
                        templateName: latency
                        args:
                          - name: canary
                            value: "{{templates.tried.podTemplateHash}}"
        """;
    return read(yaml().replace("        - setWeight: 50\n", experiment));
  }

  private static ManifestSet read(String yaml) {
    var reading = Manifests.read(List.of(new ManifestFile("shop.yaml", yaml)), Capabilities.LOCAL);
    if (reading instanceof Manifests.Reading.Accepted accepted) {
      return accepted.manifests();
    }
    throw new IllegalStateException("the test's manifests are refused: " + reading);
  }
}
