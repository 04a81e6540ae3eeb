package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.condition.GoRegex;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules that name metrics by a pattern, found anywhere in the name; each must fit at least one
 * metric.
 */
final class NameRules {

  private NameRules() {}

  static Set<String> dryRun(List<DryRun> rules, List<MetricSpec> metrics) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      names.addAll(matching(rules.get(i).metricName(), metrics, "dryRun[" + i + "]"));
    }
    return names;
  }

  /** Measurements kept by metric name; of several rules for one metric the last counts. */
  static Map<String, Integer> retention(
      List<MeasurementRetention> rules, List<MetricSpec> metrics) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      MeasurementRetention rule = rules.get(i);
      for (String name : matching(rule.metricName(), metrics, "measurementRetention[" + i + "]")) {
        limits.put(name, rule.limit());
      }
    }
    return limits;
  }

  /** A pattern that is not valid fits nothing. */
  private static List<String> matching(String rule, List<MetricSpec> metrics, String path) {
    Optional<Pattern> pattern = GoRegex.compile(rule);
    List<String> names =
        metrics.stream()
            .map(MetricSpec::name)
            .filter(name -> pattern.isPresent() && pattern.get().matcher(name).find())
            .toList();
    if (names.isEmpty()) {
      throw new Refused.Signal(
          Reason.RULE_MATCHES_NO_METRIC, path, path + ": Rule didn't match any metric name(s)");
    }
    return names;
  }
}
