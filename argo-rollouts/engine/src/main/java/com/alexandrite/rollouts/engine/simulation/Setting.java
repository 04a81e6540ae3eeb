package com.alexandrite.rollouts.engine.simulation;

import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How a scenario is played.
 *
 * @param begin the time at second 0
 * @param over heeded once the script is at its end: nothing that may still come is of interest
 */
record Setting(Instant begin, Source source, Predicate<RolloutState> over) {

  /** Who answers when the engine measures. */
  interface Source {

    /**
     * Opened anew whenever the engine starts.
     *
     * @param state as last saved
     */
    MetricProvider open(InstantSource clock, Supplier<Optional<RolloutState>> state);
  }

  /** With the metrics of the scenario, to its end. */
  static Setting of(Scenario scenario) {
    return new Setting(
        Simulation.START,
        (clock, state) -> new ScriptedMetrics(clock, scenario.metrics()),
        state -> false);
  }

  /** Without any metrics, to the end of the scenario. */
  static Setting unmeasured(Instant begin) {
    return new Setting(
        begin, (clock, state) -> new ScriptedMetrics(clock, Map.of()), state -> false);
  }
}
