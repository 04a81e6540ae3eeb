package com.alexandrite.rollouts.engine.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A measurement to be made now.
 *
 * @param inFlight the unfinished measurement to be resumed or terminated, null for a new one
 * @param terminate whether the one in flight is to be ended
 * @param number of the measurement among all of the metric in this run, from 1
 */
public record MetricTask(
    MetricSpec metric, @Nullable Measurement inFlight, boolean terminate, int number) {}
