package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a canary: one of the things that a step of the manifest can say, or several. */
public sealed interface CanaryStep {

  /** What the step says of this kind; null if nothing. */
  default <T extends CanaryStep> @Nullable T part(Class<T> kind) {
    return kind.isInstance(this) ? kind.cast(this) : null;
  }

  /** What decides when the step is over. */
  default CanaryStep deciding() {
    return this;
  }

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

  /** Send requests with these headers to the canary; without match: remove the route. */
  record SetHeaderRoute(String name, List<Map<String, Object>> match) implements CanaryStep {
    public SetHeaderRoute {
      match = List.copyOf(match);
    }
  }

  /**
   * Several things at once: each has its effect, the first decides when the step is over. Without
   * parts the step says nothing: not valid.
   *
   * @param parts pause, setCanaryScale, setWeight, experiment, analysis, routes, in this order
   */
  record Several(List<CanaryStep> parts) implements CanaryStep {
    public Several {
      parts = List.copyOf(parts);
    }

    @Override
    public <T extends CanaryStep> @Nullable T part(Class<T> kind) {
      return parts.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
    }

    @Override
    public CanaryStep deciding() {
      return parts.isEmpty() ? this : parts.getFirst();
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
