package com.alexandrite.rollouts.engine.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations are read with the manifest, and refused by name and line. */
class SafeguardManifestTest {

  private static final String STEPS = "steps: [{setWeight: 20}, {pause: {}}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on-no-data: hope                   | on-no-data is "hope". Write hold or abort
          hold-at-most: 5m                   | hold-at-most has no effect. Add alexandrite.dev/on-no-data: hold
          bake: soon                         | bake is "soon", which is no length of time. Write it like 90s, 30m or 2h
          bake: 10m                          | bake says not what judges. Add alexandrite.dev/bake-analysis with names of AnalysisTemplates
          bake-analysis: errors              | bake-analysis has no effect. Add alexandrite.dev/bake: 10m
          freeze: weekends                   | freeze says "weekends", which is no window. Write like
          freeze: "Fri 16:00 - Mon 08:00 UTC: from step 3" | Name a step from 1 to 2
          config-revisions: maybe            | config-revisions is "maybe". Write true or false
          on-nodata: hold                    | on-nodata is not known. Use one of
          """)
  void refusesWithNameLineAndAdvice(String annotation, String expected) {
    List<String> refusals =
        switch (Play.read("alexandrite.dev/" + annotation, STEPS)) {
          case Reading.Accepted accepted -> List.of();
          case Reading.Refused(List<Refusal> found) ->
              found.stream().map(Refusal::toString).toList();
        };
    assertThat(refusals)
        .singleElement()
        .asString()
        .startsWith("demo.yaml:5: metadata.annotations.alexandrite.dev/")
        .contains(expected);
  }

  @Test
  void takesWhatIsRight() {
    String annotations =
        """
        alexandrite.dev/on-no-data: hold
        alexandrite.dev/hold-at-most: 30m
        alexandrite.dev/freeze: |
          # Nobody is there.
          Fri 16:00 - Mon 08:00 Europe/Berlin: from step 2
          2026-12-20 - 2027-01-02 UTC
        somebody.else/else: whatever
        """;
    assertThat(Play.read(annotations, STEPS))
        .isInstanceOfSatisfying(
            Reading.Accepted.class,
            accepted -> {
              ManifestSet set = accepted.manifests();
              Safeguards read = Safeguards.of(set.rollout().annotations());
              assertThat(read.freezes()).hasSize(2);
              assertThat(read.hold()).isNotNull();
              assertThat(read.bake()).isNull();
            });
  }
}
