package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the metrics that fit everything that is named here.
 *
 * @param template name of the template that the metric is of; null = any
 * @param metric its name; null = any
 * @param query a part of its query, arguments filled in; null = any
 */
public record MetricScript(
    @Nullable String template, @Nullable String metric, @Nullable String query, Signal signal) {

  /** Answers for a metric by its name. */
  public static MetricScript of(String metric, Signal signal) {
    return new MetricScript(null, metric, null, signal);
  }

  /**
   * Whether this answers for a metric.
   *
   * @param templates names of the templates that it may be of
   */
  public boolean speaksOf(MetricSpec asked, Supplier<Set<String>> templates) {
    return (metric == null || metric.equals(asked.name()))
        && (query == null || queryOf(asked).contains(query))
        && (template == null || templates.get().contains(template));
  }

  private static String queryOf(MetricSpec asked) {
    return switch (asked.provider()) {
      case ProviderSpec.Prometheus prometheus -> prometheus.query();
      case ProviderSpec.Web web -> web.url();
      default -> "";
    };
  }
}
