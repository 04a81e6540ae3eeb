package com.alexandrite.console.desk;

import com.alexandrite.console.view.Series.Threshold;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the templates that can be drawn: conditions that compare the first number with a
 * constant, of metrics whose name says which chart they belong to ({@code error…}, {@code p95…},
 * {@code p99…}).
 */
final class Thresholds {
  private static final Pattern LIMIT =
      Pattern.compile("result\\[0\\]\\s*(?:<=?|>=?)\\s*([0-9]+(?:\\.[0-9]+)?)");

  /** By this much a canary may be slower than stable, where a template compares both. */
  private static final String FLOOR = "floor";

  /** Latencies below this are written in seconds. */
  private static final double SECONDS = 60;

  private static final double MILLIS = 1000;

  private Thresholds() {}

  static Map<String, Threshold> of(RolloutState state) {
    List<Argument> given = given(state);
    Map<String, Threshold> thresholds = new TreeMap<>();
    for (AnalysisTemplate template : state.templates()) {
      for (Map<String, Object> metric : template.metrics()) {
        add(thresholds, template, metric, given);
      }
    }
    return thresholds;
  }

  private static void add(
      Map<String, Threshold> thresholds,
      AnalysisTemplate template,
      Map<String, Object> metric,
      List<Argument> given) {
    String name = Data.text(metric.get("name"));
    String line = line(name.toLowerCase(Locale.ROOT));
    Double limit = limit(metric, template, given);
    if (line != null && limit != null) {
      double drawn = line.endsWith("Ms") && limit < SECONDS ? limit * MILLIS : limit;
      thresholds.putIfAbsent(line, new Threshold(drawn, name));
    }
  }

  private static @Nullable String line(String metric) {
    if (metric.contains("p95")) {
      return "p95Ms";
    }
    if (metric.contains("p99")) {
      return "p99Ms";
    }
    return metric.contains("error") ? "errorRate" : null;
  }

  private static @Nullable Double limit(
      Map<String, Object> metric, AnalysisTemplate template, List<Argument> given) {
    for (String field : List.of("failureCondition", "successCondition")) {
      Object condition = metric.get(field);
      if (condition != null) {
        String text = RunViews.resolve(condition.toString(), given);
        Matcher found = LIMIT.matcher(RunViews.resolve(text, template.args()));
        if (found.find()) {
          double limit = Double.parseDouble(found.group(1));
          return limit > 0 ? Double.valueOf(limit) : floor(template);
        }
      }
    }
    return null;
  }

  private static @Nullable Double floor(AnalysisTemplate template) {
    return template.args().stream()
        .filter(argument -> argument.name().equals(FLOOR) && argument.value() != null)
        .map(argument -> Double.valueOf(String.valueOf(argument.value())))
        .findFirst()
        .orElse(null);
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
