package com.alexandrite.rollouts.engine.manifest;

import static com.alexandrite.rollouts.engine.manifest.DemoManifests.CANARY;
import static com.alexandrite.rollouts.engine.manifest.DemoManifests.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.CanaryStep.Pause;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.Container;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.PlainData;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ManifestsTest {

  @Test
  void acceptsTheShopAsItIsReleased() {
    ManifestSet shop = ShopManifests.accepted();
    Container container = shop.rollout().spec().template().container();
    assertThat(shop.rollout().name()).isEqualTo("shop");
    assertThat(container.image()).isEqualTo("alexandrite/shop:1");
    assertThat(container.ports()).containsOnlyKeys("http", "management");
    assertThat(container.configMaps()).containsExactly("shop");
    assertThat(container.secrets()).containsExactly("shop");
    assertThat(shop.templates()).hasSize(5);
    assertThat(shop.routes().getFirst().backends()).containsExactly("shop-stable", "shop-canary");
  }

  @ParameterizedTest
  @FieldSource("com.alexandrite.rollouts.engine.manifest.ShopManifests#SERVICES")
  void acceptsEveryServiceAndJudgesItByItsOwnFigures(String service) {
    ManifestSet manifests = ShopManifests.accepted(service);
    BackgroundAnalysis background =
        Objects.requireNonNull(manifests.rollout().spec().canary().analysis());
    assertThat(manifests.rollout().name()).isEqualTo(service);
    assertThat(background.analysis().args()).anyMatch(it -> service.equals(it.value()));
  }

  @Test
  void keepsTheStateThroughPlainData() {
    RolloutState state = ShopManifests.accepted().initialState();
    assertThat(PlainData.read(PlainData.of(state), RolloutState.class)).isEqualTo(state);
  }

  @Test
  void makesEveryWaitFasterButNoThreshold() {
    ManifestSet fast = Intervals.scaled(ShopManifests.accepted(), 0.2);
    assertThat(fast.rollout().spec().canary().steps().get(1))
        .isEqualTo(new Pause(IntOrString.of(2)));
    assertThat(fast.templates())
        .flatExtracting(it -> it.args())
        .extracting(it -> it.name() + "=" + it.value())
        .contains("window=5000ms", "interval=1000ms", "floor=0.4", "min-requests=5", "count=0");
  }

  @Test
  void refusesByNameAndLineWhatItDoesNotExecute() {
    assertThat(refusals(CANARY + "      pingPong: {pingService: a, pongService: b}\n"))
        .containsExactly(
            "demo.yaml:12: spec.strategy.canary.pingPong is not executed by this engine."
                + " Name canaryService and stableService instead");
  }

  @Test
  void refusesMirrorRoutesAndHeadersThatSayTwoThings() {
    assertThat(
            refusals(
                CANARY
                    + """
                          steps:
                            - setMirrorRoute: {name: copy, percentage: 10}
                            - setHeaderRoute:
                                name: staff
                                match:
                                  - {headerName: 'a b', headerValue: {exact: x, prefix: y}}
                                  - {headerName: ok, headerValue: {regex: '('}}
                    """))
        .anyMatch(it ->
            it.startsWith("demo.yaml:13: spec.strategy.canary.steps[0].setMirrorRoute is not"))
        .anyMatch(it -> it.startsWith("demo.yaml:17") && it.contains("headerName is no header's"))
        .anyMatch(it -> it.startsWith("demo.yaml:17") && it.contains("must say one thing"))
        .anyMatch(it -> it.startsWith("demo.yaml:18") && it.contains("no regular expression"));
  }

  @Test
  void refusesFieldsThatNobodyKnows() {
    assertThat(refusals(CANARY + "      stepz: []\n"))
        .containsExactly(
            "demo.yaml:12: spec.strategy.canary.stepz is not a known field."
                + " Check the spelling and the indentation");
  }

  @Test
  void refusesStepsThatMakeNoSense() {
    assertThat(
            refusals(
                CANARY
                    + """
                          steps:
                            - setWeight: 120
                            - pause: {duration: 1d}
                            - experiment: {duration: 1d, templates: [{name: a, specRef: old}]}
                            - {}
                    """))
        .anyMatch(it -> it.startsWith("demo.yaml:13: spec.strategy.canary.steps[0].setWeight must"))
        .anyMatch(it -> it.startsWith("demo.yaml:14: spec.strategy.canary.steps[1].pause.duration"))
        .anyMatch(it -> it.startsWith("demo.yaml:15: spec.strategy.canary.steps[2].experiment.d"))
        .anyMatch(it -> it.contains(".experiment.templates[0].specRef must be stable or canary"))
        .anyMatch(it -> it.startsWith("demo.yaml:16: spec.strategy.canary.steps[3] says nothing"));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    String yaml =
        CANARY.replace("  selector", "  replicas: many\n  minReadySeconds: 700\n  selector")
            + """
                  maxSurge: 0
                  maxUnavailable: 0
                  scaleDownDelaySeconds: 5
                  steps:
                    - setWeight: 101
                    - {}
            """;
    assertThat(refusals(yaml))
        .hasSize(6)
        .anyMatch(it -> it.startsWith("demo.yaml:4: spec.replicas must be a whole number"))
        .anyMatch(it -> it.contains(" spec.progressDeadlineSeconds must be above minReadySeconds"))
        .anyMatch(it -> it.startsWith("demo.yaml:14: spec.strategy.canary.maxSurge and"))
        .anyMatch(it -> it.startsWith("demo.yaml:16: spec.strategy.canary.scaleDownDelaySeconds"))
        .anyMatch(it -> it.startsWith("demo.yaml:18: spec.strategy.canary.steps[0].setWeight must"))
        .anyMatch(it -> it.startsWith("demo.yaml:19: spec.strategy.canary.steps[1]"));
  }

  @Test
  void refusesWhatNoClusterWouldTake() {
    assertThat(
            refusals(
                CANARY
                    .replace("        selector: {matchLabels: {app: demo}}\n", "")
                    .replace("  selector: {matchLabels: {app: demo}}\n", "")))
        .anyMatch(it -> it.contains("spec.selector is missing"));
  }

  @Test
  void refusesKeysThatAreWrittenTwiceAndTextThatIsNoYaml() {
    assertThat(refusals("kind: Rollout\nkind: Rollout\n"))
        .anyMatch(it -> it.startsWith("demo.yaml:2: kind is written twice"));
    assertThat(refusals("kind: [")).anyMatch(it -> it.contains("is not YAML"));
  }

  @Test
  void refusesPodsThatALocalProcessCannotBe() {
    String two = CANARY.replace("image: 'demo/demo:1'", "image: demo, command: [run]");
    assertThat(refusals(two))
        .anyMatch(it -> it.contains("image has no version"))
        .anyMatch(it -> it.contains("command is not executed by this engine"));
  }
}
