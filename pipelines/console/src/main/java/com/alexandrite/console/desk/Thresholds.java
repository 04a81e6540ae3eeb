package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.MetricLimits;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Threshold;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits of the templates that can be drawn: conditions that compare the first number with a
 * constant, of metrics whose name says which chart they belong to ({@code error…}, {@code
 * …failures}, {@code p95…}, {@code p99…}, or {@code latency} with such a quantile). A latency that
 * is compared with stable's is drawn where stable's usual latency puts its limit.
 */
@Component
@OnThisMachine
class Thresholds {
  /** By this much a canary may be slower than stable, where a template compares both. */
  private static final String FLOOR = "floor";

  /** By this part of stable's latency a canary may be slower, if that is more than the floor. */
  private static final Pattern FACTOR = Pattern.compile("clamp_min\\(\\s*([0-9]+(?:\\.[0-9]+)?)?");

  private static final double MILLIS = 1000;

  private final Sentences sentences;

  Thresholds(Sentences sentences) {
    this.sentences = sentences;
  }

  Map<String, Threshold> of(RolloutState state, Lines stable, Locale locale) {
    List<Argument> given = given(state);
    Map<String, Threshold> thresholds = new TreeMap<>();
    for (AnalysisTemplate template : used(state)) {
      List<Argument> args = new ArrayList<>(given);
      args.addAll(template.args());
      for (Map<String, Object> metric : template.metrics()) {
        String line = line(MetricLimits.name(metric).toLowerCase(Locale.ROOT), args);
        Double drawn = line.isEmpty() ? null : drawn(line, metric, args, stable);
        if (drawn != null) {
          thresholds.putIfAbsent(line, new Threshold(drawn, sentences.say(locale, "chart.limit")));
        }
      }
    }
    return thresholds;
  }

  private static String line(String metric, List<Argument> args) {
    String quantile = metric.equals("latency") ? value(args, "quantile") : "";
    if (metric.contains("p95") || quantile.equals("0.95")) {
      return "p95Ms";
    }
    if (metric.contains("p99") || quantile.equals("0.99")) {
      return "p99Ms";
    }
    return metric.contains("error") || metric.contains("failure") ? "errorRate" : "";
  }

  private static String value(List<Argument> args, String name) {
    return args.stream()
        .filter(argument -> argument.name().equals(name))
        .map(argument -> argument.value() + "")
        .findFirst()
        .orElse("");
  }

  private static @Nullable Double drawn(
      String line, Map<String, Object> metric, List<Argument> args, Lines stable) {
    Double limit = MetricLimits.limit(metric, args);
    if (limit == null || line.equals("errorRate")) {
      return limit;
    }
    return limit > 0
        ? Double.valueOf(limit * MILLIS)
        : relative(metric, args, line.equals("p95Ms") ? stable.p95Ms() : stable.p99Ms());
  }

  private static @Nullable Double relative(
      Map<String, Object> metric, List<Argument> args, List<@Nullable Double> stable) {
    Double floor = MetricLimits.number(value(args, FLOOR));
    double usual = median(stable);
    return floor == null
        ? null
        : Double.valueOf(usual + Math.max(usual * factor(metric), floor * MILLIS));
  }

  private static double factor(Map<String, Object> metric) {
    Matcher found = FACTOR.matcher(String.valueOf(metric.get("provider")));
    if (!found.find()) {
      return 0;
    }
    String factor = found.group(1);
    return factor == null ? 1 : Double.parseDouble(factor);
  }

  /** 0 while nothing was measured: the floor alone is the limit then. */
  private static double median(List<@Nullable Double> line) {
    List<Double> measured = new ArrayList<>();
    for (Double value : line) {
      if (value != null) {
        measured.add(value);
      }
    }
    measured.sort(null);
    return measured.isEmpty() ? 0 : measured.get(measured.size() / 2);
  }

  private static List<Argument> given(RolloutState state) {
    return analyses(state).stream().flatMap(analysis -> analysis.args().stream()).toList();
  }

  /** Rollouts share a folder of templates, and each is judged by some of them. */
  private static List<AnalysisTemplate> used(RolloutState state) {
    Set<String> names =
        analyses(state).stream()
            .flatMap(analysis -> analysis.templates().stream())
            .map(TemplateRef::templateName)
            .collect(Collectors.toSet());
    return state.templates().stream().filter(template -> names.contains(template.name())).toList();
  }

  private static List<RolloutAnalysis> analyses(RolloutState state) {
    List<RolloutAnalysis> analyses = new ArrayList<>();
    BackgroundAnalysis background = state.rollout().spec().canary().analysis();
    if (background != null) {
      analyses.add(background.analysis());
    }
    BlueGreenStrategy blueGreen = state.rollout().spec().blueGreen();
    if (blueGreen != null) {
      Stream.of(blueGreen.prePromotionAnalysis(), blueGreen.postPromotionAnalysis())
          .filter(Objects::nonNull)
          .forEach(analyses::add);
    }
    for (CanaryStep step : state.rollout().spec().canary().steps()) {
      if (step instanceof CanaryStep.Analysis(RolloutAnalysis analysis)) {
        analyses.add(analysis);
      }
      if (step instanceof CanaryStep.Experiment(RolloutExperiment experiment)) {
        experiment.analyses().stream().map(Thresholds::asked).forEach(analyses::add);
      }
    }
    return analyses;
  }

  private static RolloutAnalysis asked(RolloutExperiment.Analysis analysis) {
    return new RolloutAnalysis(
        List.of(analysis.template()), analysis.args(), List.of(), List.of(), Map.of(), Map.of());
  }
}
