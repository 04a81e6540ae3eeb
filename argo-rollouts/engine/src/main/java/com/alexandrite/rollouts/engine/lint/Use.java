package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Templates as one analysis of a Rollout uses them, or one as it stands alone.
 *
 * @param document where the analysis stands
 * @param path of the analysis there
 * @param rollout null for a template that no Rollout uses
 * @param step index of the analysis' step, or of the step from which on it runs
 * @param dryRun names of the metrics that do not decide
 */
record Use(
    ManifestDocument document,
    String path,
    Kind kind,
    @Nullable LintedRollout rollout,
    int step,
    List<LintedMetric> metrics,
    Set<String> dryRun) {

  /** Stands where a value is not known before a release. */
  static final String UNKNOWN = "known-at-release";

  /** Stands for the pod template hash of the new version. */
  static final String LATEST = "hash-of-latest";

  /** Stands for the pod template hash of the old version. */
  static final String STABLE = "hash-of-stable";

  Use {
    metrics = List.copyOf(metrics);
    dryRun = Set.copyOf(dryRun);
  }

  /** When the analysis runs. */
  enum Kind {
    BACKGROUND,
    STEP,
    EXPERIMENT,
    BEFORE_PROMOTION,
    AFTER_PROMOTION,
    BAKE,
    ALONE
  }

  /** From its start to its last measurement; empty if it goes on until it is stopped. */
  Optional<Duration> length() {
    if (metrics.stream().anyMatch(metric -> metric.length().isEmpty())) {
      return Optional.empty();
    }
    return metrics.stream()
        .flatMap(metric -> metric.length().stream())
        .max(Comparator.naturalOrder())
        .or(() -> Optional.of(Duration.ZERO));
  }
}
