package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One measurement.
 *
 * @param at when it was finished
 * @param value as the provider answered
 * @param number its first number in the metric's unit; null when it has none
 * @param phase Successful, Failed, Error or Inconclusive
 * @param message reason of the phase; empty when there is none
 */
public record MeasurementView(
    Instant at, String value, @Nullable Double number, String phase, String message) {}
