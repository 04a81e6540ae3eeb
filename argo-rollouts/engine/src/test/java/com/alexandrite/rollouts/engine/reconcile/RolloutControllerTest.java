package com.alexandrite.rollouts.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutControllerTest {

  private static final ManifestSet SHOP = ShopManifests.accepted();

  private final DrivenRollout shop = new DrivenRollout(SHOP.initialState());

  @Test
  void aTemplateThatIsCorrectedMakesTheSpecValidAgain() {
    assertThat(shop.status().phase()).isEqualTo(Phase.HEALTHY);
    RolloutStatus invalid =
        shop.after(state -> endless(state.withSpec(spec -> spec.withReplicas(3))));
    assertThat(invalid.phase()).isEqualTo(Phase.DEGRADED);
    assertThat(invalid.message()).startsWith("InvalidSpec");

    RolloutStatus corrected = shop.after(state -> state.withTemplates(SHOP.templates()));

    assertThat(corrected.condition("InvalidSpec")).isEmpty();
    assertThat(corrected.phase()).isEqualTo(Phase.HEALTHY);
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
}
