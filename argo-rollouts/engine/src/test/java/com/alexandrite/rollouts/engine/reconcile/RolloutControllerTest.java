package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.InMemoryRolloutStore;
import com.alexandrite.rollouts.engine.port.InMemoryWorkload;
import com.alexandrite.rollouts.engine.port.NopTrafficRouter;
import com.alexandrite.rollouts.engine.simulation.ScriptedMetrics;
import com.alexandrite.rollouts.engine.simulation.Simulation;
import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutControllerTest {

  private static final ManifestSet SHOP = ShopManifests.accepted();

  private final VirtualClock clock = new VirtualClock(Simulation.START);
  private final RolloutController controller =
      new RolloutController(
          new InMemoryRolloutStore(),
          new InMemoryWorkload(),
          new NopTrafficRouter(),
          new ScriptedMetrics(clock, Map.of()),
          clock,
          (state, event) -> {});

  @BeforeEach
  void deployed() {
    controller.create(SHOP.initialState());
    controller.run("shop");
    assertThat(phase()).isEqualTo(Phase.HEALTHY);
  }

  @Test
  void aTemplateThatIsCorrectedMakesTheSpecValidAgain() {
    controller.change("shop", state -> endless(state.withSpec(spec -> spec.withReplicas(3))));
    controller.run("shop");
    assertThat(phase()).isEqualTo(Phase.DEGRADED);
    assertThat(state().rollout().status().message()).startsWith("InvalidSpec");

    controller.change("shop", state -> state.withTemplates(SHOP.templates()));
    controller.run("shop");

    assertThat(state().rollout().status().condition("InvalidSpec")).isEmpty();
    assertThat(phase()).isEqualTo(Phase.HEALTHY);
  }

  /** No metric says any more when it has been measured often enough. */
  private static RolloutState endless(RolloutState state) {
    List<AnalysisTemplate> templates =
        state.templates().stream()
            .map(template ->
                template.withMetrics(
                    template.metrics().stream().map(RolloutControllerTest::withoutCount).toList()))
            .toList();
    return state.withTemplates(templates);
  }

  private static Map<String, Object> withoutCount(Map<String, Object> metric) {
    Map<String, Object> changed = new LinkedHashMap<>(metric);
    changed.remove("count");
    return changed;
  }

  private RolloutState state() {
    return controller.state("shop").orElseThrow();
  }

  private Phase phase() {
    return state().rollout().status().phase();
  }
}
