package com.alexandrite.rollouts.engine.manifest;

import static com.alexandrite.rollouts.engine.manifest.DemoManifests.BLUE_GREEN;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.SERVICES;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlueGreenManifestsTest {

  private static final String NETWORK =
      SERVICES
          + """
          ---
          kind: HTTPRoute
          metadata: {name: shop}
          spec: {rules: [{backendRefs: [{name: active}]}]}
          ---
          kind: HTTPRoute
          metadata: {name: shop-preview}
          spec: {rules: [{backendRefs: [{name: preview}]}]}
          """;

  @Test
  void readsWhatTheManifestSaysAndArgosDefaults() {
    BlueGreenStrategy blueGreen = accepted("      autoPromotionSeconds: 90\n");
    assertThat(blueGreen.autoPromotionEnabled()).isTrue();
    assertThat(blueGreen.autoPromotionSeconds()).isEqualTo(90);
    assertThat(blueGreen.previewReplicaCount()).isNull();
    assertThat(blueGreen.maxUnavailable()).isEqualTo(IntOrString.of("25%"));
  }

  @Test
  void everyServiceKnowsTheRoutesThatLeadToIt() {
    assertThat(manifests("").initialState().services())
        .containsExactly(
            new ServiceSelection("active", null, List.of("shop")),
            new ServiceSelection("preview", null, List.of("shop-preview")));
  }

  @Test
  void waitsScaleWithTheIntervals() {
    ManifestSet fast = Intervals.scaled(manifests("      autoPromotionSeconds: 90\n"), 0.1);
    assertThat(strategy(fast).autoPromotionSeconds()).isEqualTo(9);
  }

  @Test
  void refusesByNameWhatHasNoMeaningHere() {
    assertThat(refusals(BLUE_GREEN + "      activeMetadata: {labels: {role: active}}\n" + NETWORK))
        .containsExactly(
            "demo.yaml:14: spec.strategy.blueGreen.activeMetadata is not executed by this engine."
                + " Remove it: pods of a role carry no extra labels here");
  }

  @Test
  void refusesOneServiceForBothAndRoutesThatNoSwitchMoves() {
    assertThat(refusals(BLUE_GREEN.replace("previewService: preview", "previewService: active")))
        .anyMatch(it -> it.contains("blueGreen.activeService must differ from previewService"));
    assertThat(
            refusals(
                BLUE_GREEN
                    + NETWORK.replace("[{name: active}]", "[{name: active}, {name: preview}]")))
        .anyMatch(it -> it.contains("does not move the HTTPRoute with several backends: shop"));
  }

  @Test
  void refusesBothStrategiesTogether() {
    assertThat(refusals(BLUE_GREEN + "    canary: {}\n" + NETWORK))
        .anyMatch(it -> it.contains("spec.strategy.canary and blueGreen exclude each other"));
  }

  private static BlueGreenStrategy accepted(String field) {
    return strategy(manifests(field));
  }

  private static BlueGreenStrategy strategy(ManifestSet manifests) {
    return Objects.requireNonNull(manifests.rollout().spec().blueGreen());
  }

  private static ManifestSet manifests(String field) {
    return DemoManifests.accepted(BLUE_GREEN + field + NETWORK);
  }
}
