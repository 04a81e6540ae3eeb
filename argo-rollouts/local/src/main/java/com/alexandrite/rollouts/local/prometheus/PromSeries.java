package com.alexandrite.rollouts.local.prometheus;

import java.util.List;
import java.util.Map;

/** One line of a chart. */
public record PromSeries(Map<String, String> labels, List<Point> points) {
  /** Copies the collections. */
  public PromSeries {
    labels = Map.copyOf(labels);
    points = List.copyOf(points);
  }

  /**
   * One value.
   *
   * @param time in milliseconds since 1970
   */
  public record Point(long time, double value) {}
}
