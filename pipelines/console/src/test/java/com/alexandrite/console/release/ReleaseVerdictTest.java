package com.alexandrite.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.release.Release.Outcome;
import com.alexandrite.console.view.Cause;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseVerdictTest {

  private static final String ROLLOUT =
      """
      kind: Rollout
      metadata: {name: shop}
      spec:
        replicas: 1
        selector: {matchLabels: {app: shop}}
        template:
          metadata: {labels: {app: shop}}
          spec: {containers: [{name: shop, image: "alexandrite/shop:1"}]}
        strategy:
          canary:
            steps:
              - setWeight: 50
              - analysis: {templates: [{templateName: errors}]}
      ---
      kind: AnalysisTemplate
      metadata: {name: errors}
      spec:
        metrics:
          - name: errors
            successCondition: result[0] < 0.5
            provider: {prometheus: {query: errors}}
      """;

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final InMemoryRolloutStore store = new InMemoryRolloutStore();
  private final RolloutController controller =
      new RolloutController(
          store,
          new InMemoryWorkload(),
          new NopTrafficRouter(),
          new ScriptedMetrics(clock, Map.of("errors", List.<ScriptedMetrics.Point>of())),
          clock,
          (_, _) -> {});

  @Test
  void aReleaseThatItsSpecForbidsHasFailed() {
    controller.create(deployed());
    look();
    RolloutState released =
        controller
            .change(
                "shop",
                state ->
                    RolloutOperations.setImage(state, "alexandrite/shop:2")
                        .withTemplates(List.of()))
            .orElseThrow();
    String wanted = released.rollout().spec().template().hash();
    assertThat(ReleaseVerdict.of(released, wanted)).as("not looked at yet").isEmpty();

    look();

    assertThat(ReleaseVerdict.of(controller.state("shop").orElseThrow(), wanted))
        .hasValueSatisfying(verdict -> {
          assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
          assertThat(verdict.cause()).isInstanceOf(Cause.Invalid.class);
          assertThat(verdict.reason()).contains("errors");
        });
  }

  private void look() {
    for (int second = 0; second < 5; second++) {
      clock.moveTo(clock.instant().plusSeconds(1));
      controller.run("shop");
    }
  }

  private static RolloutState deployed() {
    return switch (Manifests.read(
        List.of(new ManifestFile("shop.yaml", ROLLOUT)), Capabilities.LOCAL)) {
      case Manifests.Reading.Accepted(var manifests) -> manifests.initialState();
      case Manifests.Reading.Refused(var why) -> throw new IllegalArgumentException(why.toString());
    };
  }
}
