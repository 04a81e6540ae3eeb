package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.simulation.Moment;
import com.alexandrite.rollouts.engine.simulation.Outcome;
import com.alexandrite.rollouts.engine.simulation.SimulatedRelease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulated release; the last line of {@code alexandrite rollouts simulate --json}.
 *
 * @param outcome Promoted, Aborted, RolledBack, Degraded, Paused, Unfinished or Invalid
 * @param rollout its name; null where no manifest could be read
 * @param reason in the words of the engine
 * @param seconds from the release to its end
 * @param abortedAfter seconds to the abort; null when it was not aborted
 * @param steps how many steps there are
 * @param events each second in which something happened
 * @param problems why a manifest or the script was not accepted
 */
record SimulationResult(
    String outcome,
    @Nullable String rollout,
    String reason,
    long seconds,
    @Nullable Long abortedAfter,
    int steps,
    List<Moment> events,
    List<Refusal> problems) {

  static SimulationResult of(String rollout, SimulatedRelease release) {
    return new SimulationResult(
        release.outcome().text(),
        rollout,
        release.reason(),
        release.seconds(),
        release.abortedAfter(),
        release.steps(),
        release.moments(),
        List.of());
  }

  static SimulationResult refused(List<Refusal> problems) {
    return new SimulationResult(
        Outcome.INVALID.text(),
        null,
        problems.getFirst().toString(),
        0,
        null,
        0,
        List.of(),
        problems);
  }

  boolean promoted() {
    return outcome.equals(Outcome.PROMOTED.text());
  }
}
