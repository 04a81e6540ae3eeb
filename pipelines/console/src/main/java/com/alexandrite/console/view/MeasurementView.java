package com.alexandrite.console.view;

import java.time.Instant;

/**
 * One measurement.
 *
 * @param at when it was finished
 * @param value as the provider answered
 * @param phase Successful, Failed, Error or Inconclusive
 * @param message reason of the phase; empty when there is none
 */
public record MeasurementView(Instant at, String value, String phase, String message) {}
