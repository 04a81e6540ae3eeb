package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.RolloutStatus.AnalysisRunStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Rollout as plain data in the words of its manifest and of Argo's status. */
public final class RolloutTree {

  // What a manifest says in other words than our model.
  private static final Set<String> SPEC =
      Set.of("template", "analysisHistory", "canary", "blueGreen");
  private static final Set<String> CANARY =
      Set.of("stepHash", "steps", "maxSurge", "maxUnavailable", "trafficRouting", "analysis");
  private static final Set<String> ANALYSIS = Set.of("labels", "annotations", "args");

  private RolloutTree() {}

  /** The whole object. */
  public static Map<String, Object> of(Rollout rollout) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", rollout.name());
    metadata.put("namespace", rollout.namespace());
    metadata.put("generation", rollout.generation());
    metadata.put("annotations", rollout.annotations());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("metadata", metadata);
    tree.put("spec", of(rollout.spec()));
    tree.put("status", status(rollout.status()));
    return tree;
  }

  private static Map<String, Object> status(RolloutStatus status) {
    Map<String, Object> tree = PlainData.of(status);
    tree.put("phase", status.phase().text());
    tree.put("observedGeneration", Long.toString(status.observedGeneration()));
    Map<String, Object> canary = PlainData.of(status.canary());
    put(
        canary,
        "currentStepAnalysisRunStatus",
        run(status.canary().currentStepAnalysisRunStatus()));
    put(
        canary,
        "currentBackgroundAnalysisRunStatus",
        run(status.canary().currentBackgroundAnalysisRunStatus()));
    tree.put("canary", canary);
    BlueGreenStatus judged = status.blueGreen();
    Map<String, Object> blueGreen = PlainData.of(judged);
    put(blueGreen, "prePromotionAnalysisRunStatus", run(judged.prePromotionAnalysisRunStatus()));
    put(blueGreen, "postPromotionAnalysisRunStatus", run(judged.postPromotionAnalysisRunStatus()));
    tree.put("blueGreen", blueGreen);
    return tree;
  }

  private static @Nullable Map<String, Object> run(@Nullable AnalysisRunStatus run) {
    return run == null
        ? null
        : Map.of("name", run.name(), "status", run.status().text(), "message", run.message());
  }

  /** What is wanted. */
  public static Map<String, Object> of(RolloutSpec spec) {
    Map<String, Object> tree = PlainData.without(SPEC, spec);
    tree.put(
        "template",
        Map.of(
            "metadata",
            Map.of(
                "labels", spec.template().labels(), "annotations", spec.template().annotations()),
            "spec",
            spec.template().spec()));
    tree.put("analysis", PlainData.of(spec.analysisHistory()));
    Integer window = spec.rollbackWindow();
    if (window != null) {
      tree.put("rollbackWindow", Map.of("revisions", window));
    }
    BlueGreenStrategy blueGreen = spec.blueGreen();
    tree.put(
        "strategy",
        blueGreen == null
            ? Map.of("canary", canary(spec.canary()))
            : Map.of("blueGreen", blueGreen(blueGreen)));
    return tree;
  }

  private static Map<String, Object> canary(CanaryStrategy canary) {
    Map<String, Object> tree = PlainData.without(CANARY, canary);
    tree.put("steps", canary.steps().stream().map(RolloutTree::step).toList());
    put(tree, "maxSurge", written(canary.maxSurge()));
    put(tree, "maxUnavailable", written(canary.maxUnavailable()));
    TrafficRouting routing = canary.trafficRouting();
    put(tree, "trafficRouting", routing == null ? null : routing(routing));
    BackgroundAnalysis background = canary.analysis();
    put(tree, "analysis", background == null ? null : background(background));
    return tree;
  }

  private static Map<String, Object> blueGreen(BlueGreenStrategy blueGreen) {
    Map<String, Object> tree = PlainData.of(blueGreen);
    RolloutAnalysis before = blueGreen.prePromotionAnalysis();
    RolloutAnalysis after = blueGreen.postPromotionAnalysis();
    put(tree, "prePromotionAnalysis", before == null ? null : analysis(before));
    put(tree, "postPromotionAnalysis", after == null ? null : analysis(after));
    put(tree, "maxUnavailable", written(blueGreen.maxUnavailable()));
    return tree;
  }

  private static Map<String, Object> routing(TrafficRouting routing) {
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put("namespace", routing.namespace());
    plugin.put(
        "httpRoutes", routing.httpRoutes().stream().map(name -> Map.of("name", name)).toList());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plugins", Map.of(routing.plugin(), plugin));
    put(tree, "maxTrafficWeight", routing.maxTrafficWeight());
    if (!routing.managedRoutes().isEmpty()) {
      tree.put(
          "managedRoutes",
          routing.managedRoutes().stream().map(name -> Map.of("name", name)).toList());
    }
    return tree;
  }

  private static Map<String, Object> background(BackgroundAnalysis background) {
    Map<String, Object> tree = analysis(background.analysis());
    put(tree, "startingStep", background.startingStep());
    return tree;
  }

  private static Map<String, Object> step(CanaryStep step) {
    return switch (step) {
      case CanaryStep.SetWeight(int weight) -> Map.of("setWeight", weight);
      case CanaryStep.Pause(@Nullable IntOrString duration) ->
          Map.of("pause", duration == null ? Map.of() : Map.of("duration", written(duration)));
      case CanaryStep.Analysis(RolloutAnalysis analysis) -> Map.of("analysis", analysis(analysis));
      case CanaryStep.Experiment(RolloutExperiment experiment) ->
          Map.of("experiment", PlainData.of(experiment));
      case CanaryStep.Several(List<CanaryStep> parts) -> {
        Map<String, Object> all = new LinkedHashMap<>();
        parts.forEach(part -> all.putAll(step(part)));
        yield all;
      }
      case CanaryStep.SetCanaryScale scale -> Map.of("setCanaryScale", PlainData.of(scale));
      case CanaryStep.SetHeaderRoute route -> Map.of("setHeaderRoute", PlainData.of(route));
      case CanaryStep.SetMirrorRoute route -> Map.of("setMirrorRoute", PlainData.of(route));
    };
  }

  private static Map<String, Object> analysis(RolloutAnalysis analysis) {
    Map<String, Object> tree = PlainData.without(ANALYSIS, analysis);
    tree.put(
        "analysisRunMetadata",
        Map.of("labels", analysis.labels(), "annotations", analysis.annotations()));
    tree.put("args", analysis.args().stream().map(RolloutTree::argument).toList());
    return tree;
  }

  private static Map<String, Object> argument(Argument argument) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", argument.name());
    put(tree, "value", argument.value());
    Argument.ValueFrom from = argument.valueFrom();
    if (from != null) {
      Map<String, Object> source = new LinkedHashMap<>();
      put(source, "podTemplateHashValue", from.podTemplateHashValue());
      String path = from.fieldPath();
      put(source, "fieldRef", path == null ? null : Map.of("fieldPath", path));
      tree.put("valueFrom", source);
    }
    return tree;
  }

  private static Object written(IntOrString value) {
    return switch (value) {
      case IntOrString.Whole(int number) -> number;
      case IntOrString.Text(String text) -> text;
    };
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value == null) {
      tree.remove(name);
    } else {
      tree.put(name, value);
    }
  }
}
