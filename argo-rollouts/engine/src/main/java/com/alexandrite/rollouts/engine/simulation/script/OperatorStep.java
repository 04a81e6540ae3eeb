package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Something that a person does.
 *
 * @param what in a word, for the timeline
 */
public record OperatorStep(Duration at, String what, UnaryOperator<RolloutState> change) {}
