package com.alexandrite.rollouts.engine.analysis;

import java.util.Map;

/**
 * The port to whatever delivers metric values. It may block; whoever calls it decides on threads.
 */
public interface MetricProvider {

  /**
   * Starts a measurement, and finishes it if the provider can do so at once. Never throws for a
   * failing source.
   */
  Reading measure(MetricSpec metric);

  /**
   * The same for a source that leaves something behind, such as a job: by the measurement's name it
   * finds what an earlier call for the same measurement began, before a crash for example.
   *
   * @param name the same whenever this measurement is begun anew, and no other's
   */
  default Reading measure(MetricSpec metric, String name) {
    return measure(metric);
  }

  /** Looks again at a measurement in flight; a source that answers at once is asked anew. */
  default Reading resume(MetricSpec metric, Measurement inFlight) {
    return measure(metric);
  }

  /** Ends a measurement in flight. */
  default Reading terminate(MetricSpec metric, Measurement inFlight) {
    return measure(metric);
  }

  /** What is worth keeping of the metric as such, for example the resolved query. */
  default Map<String, String> describe(MetricSpec metric) {
    return Map.of();
  }
}
