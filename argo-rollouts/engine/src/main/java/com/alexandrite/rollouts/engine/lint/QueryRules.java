package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.Use.Kind;
import java.util.Locale;
import java.util.Set;

/** Queries: whether they tell the versions apart, and say something of few requests too. */
final class QueryRules {

  private static final Set<Kind> BOTH_SERVE = Set.of(Kind.BACKGROUND, Kind.STEP);

  private QueryRules() {}

  static void check(Use use, Findings findings) {
    for (LintedMetric metric : use.metrics()) {
      metric
          .query()
          .ifPresent(query -> {
            minimum(metric, query, findings);
            if (BOTH_SERVE.contains(use.kind()) && !tellsApart(use, query)) {
              findings.add(
                  metric.document(),
                  metric.at("provider.prometheus.query"),
                  LintRule.NOT_TOLD_APART,
                  "The query of %s sees both versions together: at weight 10 a version that fails every"
                          .formatted(metric.name())
                      + " request looks like one that fails a tenth.",
                  "Select the new version's pods by an argument with podTemplateHashValue: Latest,"
                      + " or by its Service.");
            }
          });
    }
  }

  private static void minimum(LintedMetric metric, PromQuery query, Findings findings) {
    if (query.isRelative() && !query.hasMinimum()) {
      findings.add(
          metric.document(),
          metric.at("provider.prometheus.query"),
          LintRule.NO_MINIMUM,
          "The query of %s judges however few requests: one that fails of two is half."
              .formatted(metric.name()),
          "Add a minimum, such as: and sum(increase(requests_total{…}[1m])) >= 20.");
    }
  }

  /** Whether the query names the new version, or its Service. */
  static boolean tellsApart(Use use, PromQuery query) {
    LintedRollout rollout = use.rollout();
    String service = rollout == null ? "" : rollout.rollout().spec().canary().canaryService();
    String text = query.text();
    return text.contains(Use.LATEST)
        || (!service.isEmpty() && text.contains(service))
        || text.toLowerCase(Locale.ROOT).contains("canary");
  }
}
