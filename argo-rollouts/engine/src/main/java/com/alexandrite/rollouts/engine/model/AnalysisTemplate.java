package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.MeasurementRetention;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.List;
import java.util.Map;

/**
 * An AnalysisTemplate.
 *
 * @param clusterScope whether it is a ClusterAnalysisTemplate
 * @param metrics each as the manifest's own data (text, number, boolean, list, map), because {@code
 *     {{args.x}}} may stand anywhere in it; it gets its types when its arguments are known
 */
public record AnalysisTemplate(
    String name,
    boolean clusterScope,
    List<Map<String, Object>> metrics,
    List<Argument> args,
    List<DryRun> dryRun,
    List<MeasurementRetention> measurementRetention,
    List<TemplateRef> templates) {

  public AnalysisTemplate {
    metrics = List.copyOf(metrics);
    args = List.copyOf(args);
    dryRun = List.copyOf(dryRun);
    measurementRetention = List.copyOf(measurementRetention);
    templates = List.copyOf(templates);
  }

  public AnalysisTemplate withMetrics(List<Map<String, Object>> changed) {
    return new AnalysisTemplate(
        name, clusterScope, changed, args, dryRun, measurementRetention, templates);
  }

  public AnalysisTemplate withArgs(List<Argument> changed) {
    return new AnalysisTemplate(
        name, clusterScope, metrics, changed, dryRun, measurementRetention, templates);
  }
}
