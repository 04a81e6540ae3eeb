package com.alexandrite.console.desk;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.MetricLimits;
import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Threshold;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits of the templates that can be drawn: conditions that compare the first number with a
 * constant, of metrics whose name says which chart they belong to ({@code error…}, {@code p95…},
 * {@code p99…}). A latency that is compared with stable's is drawn where stable's usual latency
 * puts its limit.
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
    for (AnalysisTemplate template : state.templates()) {
      List<Argument> args = new ArrayList<>(given);
      args.addAll(template.args());
      for (Map<String, Object> metric : template.metrics()) {
        String line = line(MetricLimits.name(metric).toLowerCase(Locale.ROOT));
        Double drawn = line.isEmpty() ? null : drawn(line, metric, args, stable);
        if (drawn != null) {
          thresholds.putIfAbsent(line, new Threshold(drawn, sentences.say(locale, "chart.limit")));
        }
      }
    }
    return thresholds;
  }

  private static String line(String metric) {
    if (metric.contains("p95")) {
      return "p95Ms";
    }
    if (metric.contains("p99")) {
      return "p99Ms";
    }
    return metric.contains("error") ? "errorRate" : "";
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
    Double floor =
        args.stream()
            .filter(argument -> argument.name().equals(FLOOR))
            .map(argument -> MetricLimits.number(argument.value() + ""))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
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
    List<Argument> arguments = new ArrayList<>();
    BackgroundAnalysis background = state.rollout().spec().canary().analysis();
    if (background != null) {
      arguments.addAll(background.analysis().args());
    }
    for (CanaryStep step : state.rollout().spec().canary().steps()) {
      if (step instanceof CanaryStep.Analysis(RolloutAnalysis analysis)) {
        arguments.addAll(analysis.args());
      }
    }
    return arguments;
  }
}
