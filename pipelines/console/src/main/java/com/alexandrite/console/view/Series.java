package com.alexandrite.console.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of both arms on one time axis; every list is as long as {@code time}, null where
 * nothing was measured.
 *
 * @param from start of the axis in epoch seconds
 * @param to end of the axis in epoch seconds
 * @param time epoch seconds, ascending
 * @param stable the stable arm
 * @param canary the canary arm
 * @param weight share of customers on the canary, 0 to 100
 * @param thresholds limits by key of a line: errorRate, p95Ms, p99Ms
 * @param marks steps and decisions
 */
public record Series(
    double from,
    double to,
    List<Double> time,
    Lines stable,
    Lines canary,
    List<@Nullable Double> weight,
    Map<String, Threshold> thresholds,
    List<Mark> marks) {

  /**
   * The lines of one arm.
   *
   * @param errorRate share of failed requests, 0 to 1
   * @param p95Ms 95th percentile of latency in milliseconds
   * @param p99Ms 99th percentile of latency in milliseconds
   * @param requestRate requests per second
   */
  public record Lines(
      List<@Nullable Double> errorRate,
      List<@Nullable Double> p95Ms,
      List<@Nullable Double> p99Ms,
      List<@Nullable Double> requestRate) {}

  /**
   * A limit drawn across a chart.
   *
   * @param value in the unit of the line
   * @param label what happens beyond it
   */
  public record Threshold(double value, String label) {}

  /**
   * A moment marked on all charts.
   *
   * @param at epoch seconds
   * @param kind step, promote, abort, pause or analysis
   * @param label what happened, in a few words
   */
  public record Mark(double at, String kind, String label) {}
}
