package com.alexandrite.rollouts.engine.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulated release.
 *
 * @param reason in the words of the engine
 * @param seconds from the release to its end
 * @param abortedAfter seconds to the abort; null when it was not aborted
 * @param steps how many steps there are
 * @param moments in the order of time
 */
public record SimulatedRelease(
    Outcome outcome,
    String reason,
    long seconds,
    @Nullable Long abortedAfter,
    int steps,
    List<Moment> moments) {

  public SimulatedRelease {
    moments = List.copyOf(moments);
  }
}
