package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a spec says that decides about phase and progress: of our own model, or of any Rollout. */
record SpecFacts(int replicas, boolean paused, @Nullable Instant restartAt, Strategy strategy) {

  /** How new revisions take over. */
  sealed interface Strategy {

    /** In steps; {@code routed} = a router splits the traffic. */
    record Canary(int steps, boolean routed) implements Strategy {}

    /** At once. */
    record BlueGreen(boolean preview, boolean postPromotionAnalysis) implements Strategy {}

    /** Not said. */
    record Unknown() implements Strategy {}
  }

  static SpecFacts of(RolloutSpec spec) {
    return new SpecFacts(spec.replicas(), spec.paused(), spec.restartAt(), strategy(spec));
  }

  private static Strategy strategy(RolloutSpec spec) {
    BlueGreenStrategy blueGreen = spec.blueGreen();
    return blueGreen == null
        ? new Strategy.Canary(spec.canary().steps().size(), spec.canary().trafficRouting() != null)
        : new Strategy.BlueGreen(
            !blueGreen.previewService().isEmpty(), blueGreen.postPromotionAnalysis() != null);
  }

  /** Of a spec as the API gives it. */
  static SpecFacts of(Map<String, Object> spec) {
    return new SpecFacts(
        Data.integer(spec.get("replicas"), RolloutSpec.DEFAULT_REPLICAS),
        Data.flag(spec.get("paused")),
        StatusFacts.time(spec.get("restartAt")),
        strategy(Data.map(spec.get("strategy"))));
  }

  private static Strategy strategy(Map<String, Object> strategy) {
    if (strategy.get("blueGreen") instanceof Map<?, ?> map) {
      Map<String, Object> blueGreen = Data.map(map);
      return new Strategy.BlueGreen(
          !Data.text(blueGreen.get("previewService")).isEmpty(),
          blueGreen.get("postPromotionAnalysis") != null);
    }
    if (strategy.get("canary") instanceof Map<?, ?> map) {
      Map<String, Object> canary = Data.map(map);
      return new Strategy.Canary(
          Data.list(canary.get("steps")).size(), canary.get("trafficRouting") != null);
    }
    return new Strategy.Unknown();
  }
}
