package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Map;

/**
 * An analysis as a Rollout asks for it.
 *
 * @param templates whose metrics are measured together
 * @param args override the templates' own
 * @param labels extra labels of the run
 * @param annotations extra annotations of the run
 */
public record RolloutAnalysis(
    List<TemplateRef> templates,
    List<Argument> args,
    List<DryRun> dryRun,
    List<MeasurementRetention> measurementRetention,
    Map<String, String> labels,
    Map<String, String> annotations) {

  public RolloutAnalysis {
    templates = List.copyOf(templates);
    args = List.copyOf(args);
    dryRun = List.copyOf(dryRun);
    measurementRetention = List.copyOf(measurementRetention);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Names a template; {@code clusterScope} = a ClusterAnalysisTemplate. */
  public record TemplateRef(String templateName, boolean clusterScope) {}

  /** The metrics whose name matches this pattern are measured, but do not decide. */
  public record DryRun(String metricName) {}

  /** How many measurements of the metrics whose name matches this pattern are kept. */
  public record MeasurementRetention(String metricName, int limit) {}
}
