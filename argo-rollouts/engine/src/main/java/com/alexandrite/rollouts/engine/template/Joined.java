package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several templates and the wishes of a Rollout, joined into what one run measures. */
public sealed interface Joined permits Joined.Run, Refused {

  /** What a run measures; the metrics still hold {@code {{args.x}}}. */
  record Run(
      List<Map<String, Object>> metrics,
      List<Argument> args,
      List<DryRun> dryRun,
      List<MeasurementRetention> measurementRetention)
      implements Joined {}

  /**
   * Joins templates.
   *
   * @param templates the ones of the namespace before those of the cluster, see {@link
   *     TemplateReferences}
   * @param args the Rollout's, each with its value; they override the templates' own, unknown ones
   *     are left out
   */
  static Joined of(
      List<AnalysisTemplate> templates, RolloutAnalysis analysis, List<Argument> args) {
    try {
      Run flat = flatten(templates);
      List<Argument> merged = merge(args, flat.args());
      return new Run(
          flat.metrics(),
          merged,
          dryRun(concat(analysis.dryRun(), flat.dryRun())),
          retention(concat(analysis.measurementRetention(), flat.measurementRetention())));
    } catch (Refused.Signal signal) {
      return signal.refused();
    }
  }

  /** The templates alone, joined in their order; throws a {@link Refused.Signal}. */
  private static Run flatten(List<AnalysisTemplate> templates) {
    List<Map<String, Object>> metrics = all(templates, AnalysisTemplate::metrics);
    unique(
        metrics.stream().map(metric -> String.valueOf(metric.getOrDefault("name", ""))).toList(),
        Reason.DUPLICATE_METRIC,
        "two metrics have the same name '%s'");
    List<DryRun> dryRun = dryRun(all(templates, AnalysisTemplate::dryRun));
    List<MeasurementRetention> retention =
        retention(all(templates, AnalysisTemplate::measurementRetention));
    List<Argument> args = new ArrayList<>();
    all(templates, AnalysisTemplate::args).forEach(argument -> add(args, argument));
    return new Run(metrics, args, dryRun, retention);
  }

  /** The templates alone, joined in their order. */
  static Joined flat(List<AnalysisTemplate> templates) {
    try {
      return flatten(templates);
    } catch (Refused.Signal signal) {
      return signal.refused();
    }
  }

  /** A value beats no value; two different values of one argument are a mistake. */
  private static void add(List<Argument> args, Argument added) {
    int at = indexOf(args, added.name());
    if (at < 0) {
      args.add(added);
      return;
    }
    String known = args.get(at).value();
    if (known != null && added.value() != null && !known.equals(added.value())) {
      throw new Refused.Signal(
          Reason.CONFLICTING_ARGUMENT,
          added.name(),
          "Argument `%s` specified multiple times with different values: '%s', '%s'"
              .formatted(added.name(), known, added.value()));
    }
    if (known == null) {
      args.set(at, added);
    }
  }

  /** The templates' arguments with what the Rollout gives for them. */
  private static List<Argument> merge(List<Argument> incoming, List<Argument> own) {
    List<Argument> merged = new ArrayList<>(own);
    for (Argument argument : incoming) {
      int at = indexOf(merged, argument.name());
      if (at >= 0) {
        merged.set(at, overridden(merged.get(at), argument));
      }
    }
    for (Argument argument : merged) {
      if (argument.value() == null && argument.valueFrom() == null) {
        throw new Refused.Signal(
            Reason.ARGUMENT_NOT_RESOLVED,
            argument.name(),
            "args." + argument.name() + " was not resolved");
      }
    }
    return merged;
  }

  /** The Rollout's arguments put over the templates', as {@link #of} does it. */
  static Joined merged(List<Argument> incoming, List<Argument> own) {
    try {
      return new Run(List.of(), merge(incoming, own), List.of(), List.of());
    } catch (Refused.Signal signal) {
      return signal.refused();
    }
  }

  private static Argument overridden(Argument own, Argument incoming) {
    if (incoming.value() != null) {
      return new Argument(own.name(), incoming.value(), own.valueFrom());
    }
    return incoming.valueFrom() == null
        ? own
        : new Argument(own.name(), own.value(), incoming.valueFrom());
  }

  private static int indexOf(List<Argument> args, @Nullable String name) {
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<DryRun> dryRun(List<DryRun> rules) {
    unique(
        rules.stream().map(DryRun::metricName).toList(),
        Reason.DUPLICATE_DRY_RUN_RULE,
        "two Dry-Run metric rules have the same name '%s'");
    return rules;
  }

  private static List<MeasurementRetention> retention(List<MeasurementRetention> rules) {
    unique(
        rules.stream().map(MeasurementRetention::metricName).toList(),
        Reason.DUPLICATE_RETENTION_RULE,
        "two Measurement Retention metric rules have the same name '%s'");
    return rules;
  }

  private static void unique(List<String> names, Reason reason, String message) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new Refused.Signal(reason, name, message.replace("%s", name));
      }
    }
  }

  private static <T> List<T> all(
      List<AnalysisTemplate> templates, Function<AnalysisTemplate, List<T>> part) {
    List<T> all = new ArrayList<>();
    templates.forEach(template -> all.addAll(part.apply(template)));
    return all;
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
