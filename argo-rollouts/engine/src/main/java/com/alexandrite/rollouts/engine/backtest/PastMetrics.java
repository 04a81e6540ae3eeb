package com.alexandrite.rollouts.engine.backtest;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.Reading;
import java.time.Instant;

/** Where metrics of the past come from. */
public interface PastMetrics {

  /** What this metric would have been answered then. */
  Answer at(MetricSpec metric, Instant time);

  /** What is known of an answer. */
  sealed interface Answer {

    /** The answer: a value, or the failure that its source would have told then, too. */
    record Known(Reading reading) implements Answer {}

    /** It can't be said any more. */
    record Unknown(String why) implements Answer {}
  }
}
