package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.TtlStrategy;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run is to do, ready to be carried out; or why it can't be. A run that is refused ends as
 * an error.
 */
public sealed interface RunPlan permits RunPlan.Ready, Refused {

  /** A valid plan. */
  record Ready(AnalysisRunSpec spec) implements RunPlan {}

  /** Fills in the arguments, checks the metrics and applies the rules to their names. */
  static RunPlan of(
      List<Map<String, Object>> metrics,
      List<Argument> args,
      List<DryRun> dryRun,
      List<MeasurementRetention> retention) {
    List<MetricSpec> resolved;
    try {
      resolved = resolve(metrics, args);
    } catch (Refused.Signal signal) {
      return because("Unable to resolve metric arguments: ", signal.refused());
    }
    try {
      MetricRules.check(resolved);
      return new Ready(
          new AnalysisRunSpec(
              resolved,
              NameRules.dryRun(dryRun, resolved),
              NameRules.retention(retention, resolved),
              TtlStrategy.NONE));
    } catch (Refused.Signal signal) {
      return because("Analysis spec invalid: ", signal.refused());
    }
  }

  /** Whether a metric is measured until somebody ends it; false where that can't be told. */
  static boolean endless(List<Map<String, Object>> metrics, List<Argument> args) {
    try {
      return resolve(metrics, args).stream().anyMatch(it -> it.effectiveCount().isEmpty());
    } catch (Refused.Signal unreadable) {
      return false;
    }
  }

  private static List<MetricSpec> resolve(List<Map<String, Object>> metrics, List<Argument> args) {
    List<MetricSpec> resolved = new ArrayList<>();
    for (Map<String, Object> metric : metrics) {
      MetricReader.Read read = MetricReader.read(ArgumentValues.of(args).fillIn(metric));
      if (!read.problems().isEmpty()) {
        Problem problem = read.problems().getFirst();
        throw new Refused.Signal(Reason.NOT_EXECUTED, problem.path(), problem.toString());
      }
      resolved.add(read.metric());
    }
    return resolved;
  }

  private static Refused because(String what, Refused why) {
    return new Refused(why.reason(), why.subject(), what + why.message());
  }
}
