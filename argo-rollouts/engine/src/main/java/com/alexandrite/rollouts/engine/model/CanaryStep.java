package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a canary: exactly one of the things that a step of the manifest can say. */
public sealed interface CanaryStep {

  /** Give the canary this share of the traffic, in percent. */
  record SetWeight(int weight) implements CanaryStep {}

  /** Wait; without duration until somebody promotes. */
  record Pause(@Nullable IntOrString duration) implements CanaryStep {}

  /** Run an analysis and go on only when it is successful. */
  record Analysis(RolloutAnalysis analysis) implements CanaryStep {}

  /**
   * Scale the canary apart from its weight: exactly one is set; an empty step means "by the
   * weight".
   *
   * @param weight percent of spec.replicas
   * @param replicas number of pods
   * @param matchTrafficWeight back to scaling by the weight
   */
  record SetCanaryScale(
      @Nullable Integer weight, @Nullable Integer replicas, boolean matchTrafficWeight)
      implements CanaryStep {}

  /** Try pods beside the serving ones, and go on only when the experiment is successful. */
  record Experiment(RolloutExperiment experiment) implements CanaryStep {}

  /** A step that says nothing: never valid, but it must be readable to be refused. */
  record Nothing() implements CanaryStep {}

  /** Send requests with these headers to the canary; without match: remove the route. */
  record SetHeaderRoute(String name, List<Map<String, Object>> match) implements CanaryStep {
    public SetHeaderRoute {
      match = List.copyOf(match);
    }
  }

  /** Copy requests to the canary. */
  record SetMirrorRoute(String name, List<Map<String, Object>> match, @Nullable Integer percentage)
      implements CanaryStep {
    public SetMirrorRoute {
      match = List.copyOf(match);
    }
  }
}
