package com.alexandrite.rollouts.engine.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second in which something happened, as it was at its end.
 *
 * @param second since the release
 * @param step how many steps are done; null without steps
 * @param weight the canary's share in percent; null where no traffic is routed
 * @param stable the pods of the stable revision; null before the first
 * @param canary the pods of the wanted revision; null where it is the stable one
 */
public record Moment(
    long second,
    String phase,
    String message,
    @Nullable Integer step,
    @Nullable Integer weight,
    @Nullable Pods stable,
    @Nullable Pods canary,
    List<Happened> happened,
    List<Measured> measured) {

  public Moment {
    happened = List.copyOf(happened);
    measured = List.copyOf(measured);
  }

  /** Pods of a revision: as many as are wanted, and those that are available. */
  public record Pods(int revision, int wanted, int available) {}

  /**
   * What the engine or a person did.
   *
   * @param reason a word of the engine's, or Operator
   */
  public record Happened(String reason, String message, boolean warning) {}

  /**
   * A measurement and how it was judged.
   *
   * @param run what the run is for: step, background, …
   * @param result the metric as a whole by then
   */
  public record Measured(
      String run, String metric, String phase, String value, String message, String result) {}

  /** Whether this differs from another time in what is seen of the rollout. */
  boolean looksLike(Moment other) {
    return new Moment(0, phase, message, step, weight, stable, canary, List.of(), List.of())
        .equals(
            new Moment(
                0,
                other.phase,
                other.message,
                other.step,
                other.weight,
                other.stable,
                other.canary,
                List.of(),
                List.of()));
  }
}
