package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The single decisions about templates, each for itself: what {@link RunPlan} and {@link Joined}
 * put together, opened for comparisons with recorded decisions.
 */
public final class TemplateDecisions {

  private TemplateDecisions() {}

  /** What was decided, or why it can't be. */
  public sealed interface Decision<T> {}

  /** The outcome. */
  public record Made<T>(T value) implements Decision<T> {}

  /** No outcome. */
  public record Impossible<T>(Refused refused) implements Decision<T> {}

  /** Whether the metrics are valid; the subject of a refusal is the path of the field. */
  public static Decision<Boolean> check(List<MetricSpec> metrics) {
    return decide(() -> {
      MetricRules.check(metrics);
      return true;
    });
  }

  /** The names of the metrics that do not count. */
  public static Decision<Set<String>> dryRun(List<DryRun> rules, List<MetricSpec> metrics) {
    return decide(() -> NameRules.dryRun(rules, metrics));
  }

  /** How many measurements are kept, by name of the metric. */
  public static Decision<Map<String, Integer>> retention(
      List<MeasurementRetention> rules, List<MetricSpec> metrics) {
    return decide(() -> NameRules.retention(rules, metrics));
  }

  /** A metric with the arguments in their places. */
  public static Decision<MetricReader.Read> fillIn(
      Map<String, ? extends @Nullable Object> metric, List<Argument> args) {
    return decide(() -> MetricReader.read(ArgumentValues.of(args).fillIn(metric)));
  }

  private static <T> Decision<T> decide(Supplier<T> decision) {
    try {
      return new Made<>(decision.get());
    } catch (Refused.Signal signal) {
      return new Impossible<>(signal.refused());
    }
  }
}
