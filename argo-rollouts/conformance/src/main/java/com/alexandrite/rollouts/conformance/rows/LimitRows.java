package com.alexandrite.rollouts.conformance.rows;

import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.IntOrString;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions;
import com.alexandrite.rollouts.engine.reconcile.CanaryDecisions.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far pods may go above and below the wanted number, and how long old ones stay. */
final class LimitRows {

  static final Map<String, Decision> DECISIONS =
      Map.of(
          "resolveFenceposts", (in, want) -> resolve(in),
          "maxSurge", (in, want) -> Map.of("maxSurge", limits(in).surge()),
          "maxUnavailable", (in, want) -> Map.of("maxUnavailable", limits(in).unavailable()),
          "scaleDownDelaySeconds", (in, want) -> delay(in),
          "abortScaleDownDelaySeconds", (in, want) -> abortDelay(in));

  private LimitRows() {}

  private static Map<String, @Nullable Object> resolve(Map<String, ? extends @Nullable Object> in) {
    Optional<Limits> limits =
        CanaryDecisions.limits(
            written(in, "maxSurge", IntOrString.of(0)),
            written(in, "maxUnavailable", IntOrString.of(0)),
            Tree.number(in, "desired"));
    return limits
        .<Map<String, @Nullable Object>>map(
            found -> Map.of("surge", found.surge(), "unavailable", found.unavailable()))
        .orElse(Map.of("error", true));
  }

  private static IntOrString written(
      Map<String, ? extends @Nullable Object> in, String name, IntOrString otherwise) {
    return Objects.requireNonNullElse(IntOrString.from(in.get(name)), otherwise);
  }

  private static Limits limits(Map<String, ? extends @Nullable Object> in) {
    if (!isBlueGreen(in)) {
      return CanaryTrees.decisions(in).limits();
    }
    Map<String, @Nullable Object> blueGreen = blueGreen(in);
    Integer replicas = Tree.numberOrNull(Tree.map(in, "spec"), "replicas");
    return CanaryDecisions.blueGreenLimits(
        written(blueGreen, "maxUnavailable", CanaryStrategy.DEFAULT_MAX_UNAVAILABLE),
        replicas == null ? RolloutSpec.DEFAULT_REPLICAS : replicas);
  }

  private static boolean isBlueGreen(Map<String, ? extends @Nullable Object> in) {
    return strategy(in).get("blueGreen") != null;
  }

  private static Map<String, @Nullable Object> blueGreen(
      Map<String, ? extends @Nullable Object> in) {
    return Tree.map(strategy(in), "blueGreen");
  }

  private static Map<String, @Nullable Object> strategy(
      Map<String, ? extends @Nullable Object> in) {
    return Tree.map(Tree.map(in, "spec"), "strategy");
  }

  private static Map<String, @Nullable Object> delay(Map<String, ? extends @Nullable Object> in) {
    return Map.of("seconds", delays(in).scaleDownDelay().toSeconds());
  }

  private static Map<String, @Nullable Object> abortDelay(
      Map<String, ? extends @Nullable Object> in) {
    CanaryDecisions delays = delays(in);
    Optional<Duration> delay = delays.abortScaleDownDelay();
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("seconds", delay.map(Duration::toSeconds).orElse(null));
    actual.put("neverScaleDown", delay.isEmpty());
    actual.put("explicit", delay.isEmpty() || delays.explicitAbortDelay());
    return actual;
  }

  /** Blue-green waits as a canary with a router does. */
  private static CanaryDecisions delays(Map<String, ? extends @Nullable Object> in) {
    if (!isBlueGreen(in)) {
      return CanaryTrees.decisions(in);
    }
    Map<String, @Nullable Object> canary = new LinkedHashMap<>(blueGreen(in));
    canary.put("trafficRouting", Map.of());
    return CanaryTrees.decisions(Map.of("spec", Map.of("strategy", Map.of("canary", canary))));
  }
}
