package com.alexandrite.console.view;

import java.util.Locale;

/** What the numbers of a metric count. */
public enum Unit {
  /** A part of all requests, 0 to 1. */
  SHARE,
  /** Seconds of latency. */
  SECONDS,
  /** Seconds of latency above what is allowed, below 0 when it is faster than that. */
  SECONDS_OVER,
  /** Anything else. */
  NUMBER;

  /** The unit that a metric's name and its limit tell. */
  public static Unit of(String metric, double limit) {
    String name = metric.toLowerCase(Locale.ROOT);
    if (name.contains("error") || name.contains("failure")) {
      return SHARE;
    }
    if (name.contains("p95")
        || name.contains("p99")
        || name.contains("latency")
        || name.contains("duration")) {
      return limit > 0 ? SECONDS : SECONDS_OVER;
    }
    return NUMBER;
  }
}
