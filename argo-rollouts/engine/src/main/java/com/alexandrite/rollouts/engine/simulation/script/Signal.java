package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Duration;

/** What a metric is over time. */
public interface Signal {

  /**
   * What its source answers.
   *
   * @param sinceRelease below 0 before the release
   */
  Reading at(MetricSpec metric, Duration sinceRelease);
}
