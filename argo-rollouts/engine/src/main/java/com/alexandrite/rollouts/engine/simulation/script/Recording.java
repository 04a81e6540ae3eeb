package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What Prometheus answered over a time, series by series. Between two of its times an answer stays
 * as it is; a series without a sample at the last of them is not in the answer.
 */
public final class Recording implements Signal {

  /** The step of a recording with a single time. */
  private static final Duration ONLY_STEP = Duration.ofMinutes(5);

  private final Instant release;
  private final List<NavigableMap<Instant, Double>> series;
  private final NavigableMap<Instant, Boolean> times = new TreeMap<>();
  private final Duration step;
  private final boolean scalar;

  /**
   * Samples by time, of each series; at least one.
   *
   * @param release the time that counts as the release's
   * @param scalar whether a query's value is a number, not a list of them
   */
  public Recording(Instant release, List<? extends Map<Instant, Double>> series, boolean scalar) {
    this.release = release;
    this.scalar = scalar;
    this.series =
        series.stream()
            .<NavigableMap<Instant, Double>>map(samples -> new TreeMap<>(samples))
            .toList();
    series.forEach(samples -> samples.keySet().forEach(time -> times.put(time, true)));
    this.step = smallestStep();
  }

  private Duration smallestStep() {
    Duration smallest = ONLY_STEP;
    Instant before = null;
    for (Instant time : times.keySet()) {
      Duration distance = before == null ? ONLY_STEP : Duration.between(before, time);
      smallest = distance.compareTo(smallest) < 0 ? distance : smallest;
      before = time;
    }
    return smallest;
  }

  @Override
  public Reading at(MetricSpec metric, Duration sinceRelease) {
    Instant now = release.plus(sinceRelease);
    if (now.isBefore(times.firstKey()) || !now.isBefore(times.lastKey().plus(step))) {
      return new Reading.Failure(
          "the recording of %s is from %s to %s, not of %s"
              .formatted(metric.name(), times.firstKey(), times.lastKey(), now));
    }
    return Readings.numbers(
        series.stream()
            .map(samples -> samples.floorEntry(now))
            .filter(Objects::nonNull)
            .filter(sample -> now.isBefore(sample.getKey().plus(step)))
            .mapToDouble(Map.Entry::getValue)
            .toArray(),
        scalar);
  }
}
