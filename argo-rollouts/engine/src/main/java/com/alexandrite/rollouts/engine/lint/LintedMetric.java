package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A metric with its arguments filled in.
 *
 * @param document the template that it stands in
 * @param path of the metric there
 */
record LintedMetric(ManifestDocument document, String path, MetricSpec spec) {

  String name() {
    return spec.name();
  }

  String at(String field) {
    return path + "." + field;
  }

  /** Its query; empty if another source answers. */
  Optional<PromQuery> query() {
    return spec.provider() instanceof ProviderSpec.Prometheus prometheus
        ? Optional.of(PromQuery.of(prometheus.query()))
        : Optional.empty();
  }

  Duration initialDelay() {
    return spec.initialDelay().length().orElse(Duration.ZERO);
  }

  Duration interval() {
    return spec.interval().length().orElse(Duration.ZERO);
  }

  /** Measurements until it ends by itself; empty if it goes on for ever. */
  OptionalInt measurements() {
    int successes = spec.limits().consecutiveSuccessLimit().value();
    OptionalInt count = spec.effectiveCount();
    return count.isEmpty() && successes > 0 ? OptionalInt.of(successes) : count;
  }

  /** From its start to its last measurement; empty if it goes on for ever. */
  Optional<Duration> length() {
    OptionalInt count = measurements();
    return count.isEmpty()
        ? Optional.empty()
        : Optional.of(
            initialDelay().plus(interval().multipliedBy(Math.max(0, count.getAsInt() - 1))));
  }
}
