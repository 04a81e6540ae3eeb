package com.alexandrite.rollouts.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutValidationTest {

  private static final Map<String, Object> LABELS = Map.of("app", "demo");

  @Test
  void findsNothingWrongWithWhatIsReleased() {
    Map<String, Object> shop = RolloutTree.of(ShopManifests.accepted().rollout());
    assertThat(RolloutValidation.decode(shop)).isEmpty();
    assertThat(RolloutValidation.rulesOfRelease(shop)).isEmpty();
  }

  @Test
  void acceptsAMinimalRollout() {
    assertThat(RolloutValidation.check(canary(Map.of()))).isEmpty();
    assertThat(RolloutValidation.check(strategy(Map.of("blueGreen", Map.of("activeService", "a")))))
        .isEmpty();
  }

  @Test
  void tellsWhatBlueGreenMayNotSay() {
    Map<String, Object> blueGreen =
        Map.of(
            "activeService",
            "a",
            "previewService",
            "a",
            "scaleDownDelayRevisionLimit",
            11,
            "antiAffinity",
            Map.of());
    assertThat(RolloutValidation.check(strategy(Map.of("blueGreen", blueGreen))))
        .extracting(problem -> problem.field() + " " + problem.rule())
        .containsExactly(
            "spec.strategy.activeService SAME_SERVICES_BLUE_GREEN",
            "spec.strategy.scaleDownDelayRevisionLimit SCALE_DOWN_LIMIT",
            "spec.strategy.antiAffinity ANTI_AFFINITY_ONE");
  }

  @Test
  void wantsExactlyOneStrategy() {
    assertThat(RolloutValidation.check(strategy(Map.of())))
        .extracting(Problem::rule)
        .containsExactly(Rule.STRATEGY_MISSING);
    assertThat(RolloutValidation.check(strategy(Map.of("canary", Map.of(), "blueGreen", Map.of()))))
        .extracting(Problem::rule)
        .containsExactly(Rule.TWO_STRATEGIES);
  }

  @Test
  void findsWhatKubernetesWouldNotTake() {
    Map<String, Object> rollout = canary(Map.of());
    Map<String, Object> spec = new LinkedHashMap<>(Data.map(rollout.get("spec")));
    spec.put(
        "template",
        Map.of(
            "metadata",
            Map.of("labels", LABELS),
            "spec",
            Map.of(
                "restartPolicy",
                "Never",
                "containers",
                List.of(
                    Map.of(
                        "name",
                        "Main",
                        "ports",
                        List.of(Map.of("containerPort", 70000)),
                        "volumeMounts",
                        List.of(Map.of("name", "v", "mountPath", "/v")))))));
    assertThat(RolloutValidation.check(Map.of("spec", spec)))
        .extracting(problem -> problem.path() + " " + problem.type())
        .containsExactly(
            "spec.template.spec.containers[0].name INVALID",
            "spec.template.spec.containers[0].image REQUIRED",
            "spec.template.spec.containers[0].ports[0].containerPort INVALID",
            "spec.template.spec.containers[0].volumeMounts[0].name NOT_FOUND",
            "spec.template.spec.restartPolicy NOT_SUPPORTED");
  }

  @Test
  void readsSelectorsAsKubernetesDoes() {
    Map<String, Object> rollout = canary(Map.of());
    Map<String, Object> spec = new LinkedHashMap<>(Data.map(rollout.get("spec")));
    spec.put("selector", Map.of("matchExpressions", List.of(expression("Exists"))));
    assertThat(RolloutValidation.check(Map.of("spec", spec))).isEmpty();
    spec.put("selector", Map.of("matchExpressions", List.of(expression("DoesNotExist"))));
    assertThat(RolloutValidation.check(Map.of("spec", spec)))
        .extracting(Problem::rule)
        .containsExactly(Rule.SELECTOR_DOES_NOT_MATCH);
    spec.put("selector", Map.of("matchExpressions", List.of(expression("Like"))));
    assertThat(RolloutValidation.check(Map.of("spec", spec)))
        .extracting(Problem::path)
        .containsExactly("spec.selector.matchExpressions[0].operator", "spec.selector");
  }

  private static Map<String, Object> expression(String operator) {
    return Map.of("key", "app", "operator", operator);
  }

  /** A list never fits where a text, number, flag or map is declared. */
  @Test
  void findsAWrongTypeWhereverItStands() {
    Map<String, Object> shop = RolloutTree.of(ShopManifests.accepted().rollout());
    List<String> paths = new ArrayList<>();
    leaves(Data.map(shop.get("spec")), "spec", paths);
    paths.removeIf(path -> path.contains("plugins"));
    assertThat(paths).hasSizeGreaterThan(40);
    for (String path : paths) {
      Object changed = replaced(shop, "", path);
      assertThat(RolloutValidation.decode(Data.map(changed)))
          .as(path)
          .extracting(Problem::path)
          .containsExactly(path);
    }
  }

  private static void leaves(Object value, String path, List<String> paths) {
    switch (value) {
      case Map<?, ?> map ->
          Data.map(map).forEach((key, entry) -> leaves(entry, path + "." + key, paths));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          leaves(Data.list(list).get(i), path + "[" + i + "]", paths);
        }
      }
      default -> paths.add(path);
    }
  }

  private static Object replaced(Object value, String at, String path) {
    if (at.equals(path)) {
      return List.of(1);
    }
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        Data.map(map)
            .forEach((key, entry) ->
                copy.put(key, replaced(entry, at.isEmpty() ? key : at + "." + key, path)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          copy.add(replaced(Data.list(list).get(i), at + "[" + i + "]", path));
        }
        yield copy;
      }
      default -> value;
    };
  }

  private static Map<String, Object> canary(Map<String, Object> canary) {
    return strategy(Map.of("canary", canary));
  }

  private static Map<String, Object> strategy(Map<String, Object> strategy) {
    Map<String, Object> pod =
        Map.of("containers", List.of(Map.of("name", "main", "image", "demo:1")));
    return Map.of(
        "spec",
        Map.of(
            "selector", Map.of("matchLabels", LABELS),
            "template", Map.of("metadata", Map.of("labels", LABELS), "spec", pod),
            "strategy", strategy));
  }
}
