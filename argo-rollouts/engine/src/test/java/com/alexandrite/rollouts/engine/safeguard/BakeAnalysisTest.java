package com.alexandrite.rollouts.engine.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import com.alexandrite.rollouts.engine.model.Argument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch over a new stable takes what it does not say itself from the Rollout. */
class BakeAnalysisTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "setCanaryScale: {replicas: 1}\n    "})
  void takesArgumentsOfStepsWhateverElseTheySay(String beside) {
    String canary =
        """
        steps:
          - %sanalysis:
              templates: [{templateName: gate}]
              args: [{name: service, value: shop}]
        """
            .formatted(beside);
    ManifestSet set = ((Reading.Accepted) Play.read("{}", canary)).manifests();
    var bake = new BakePolicy(Duration.ofMinutes(1), List.of("errors"), Map.of());

    assertThat(BakeAnalysis.of(bake, set.rollout().spec().canary(), set.templates()).args())
        .containsExactly(Argument.of("service", "shop"));
  }
}
