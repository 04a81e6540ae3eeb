package com.alexandrite.cli.backtest;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.Prometheus;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec.RangeQuery;
import java.util.Optional;

/** By what an answer is found again. */
final class Questions {
  private Questions() {}

  /** The query with its range; empty for other sources than Prometheus. */
  static Optional<String> of(MetricSpec metric) {
    if (!(metric.provider() instanceof Prometheus asked)) {
      return Optional.empty();
    }
    RangeQuery range = asked.rangeQuery();
    return Optional.of(
        range == null
            ? asked.query()
            : "%s from %s to %s every %s"
                .formatted(asked.query(), range.start(), range.end(), range.step()));
  }
}
