package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as a step asks for it: pods of the canary and of stable beside the serving ones,
 * and analyses that compare them.
 *
 * @param duration how long it runs once all pods are available, as Go writes it; empty = until its
 *     required analyses are successful, or for ever
 * @param dryRun metrics of all its analyses that do not decide
 * @param labels extra labels of the analysis runs
 * @param annotations extra annotations of the analysis runs
 * @param scaleDownDelaySeconds how long the pods stay up after the end
 */
public record RolloutExperiment(
    String duration,
    List<Template> templates,
    List<Analysis> analyses,
    List<DryRun> dryRun,
    Map<String, String> labels,
    Map<String, String> annotations,
    int scaleDownDelaySeconds) {

  public static final int DEFAULT_SCALE_DOWN_DELAY_SECONDS = 30;

  public RolloutExperiment {
    templates = List.copyOf(templates);
    analyses = List.copyOf(analyses);
    dryRun = List.copyOf(dryRun);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Which revision a template's pods are of. */
  public enum SpecRef {
    CANARY,
    STABLE
  }

  /**
   * A group of pods.
   *
   * @param weight percent of the traffic while the experiment runs; null = none
   * @param service name of a Service of its own; empty = named as the pods are; null = none
   * @param labels put over the revision's
   * @param annotations put over the revision's
   */
  public record Template(
      String name,
      SpecRef specRef,
      int replicas,
      @Nullable Integer weight,
      @Nullable String service,
      Map<String, String> labels,
      Map<String, String> annotations) {

    public Template {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /**
   * An analysis of the experiment.
   *
   * @param requiredForCompletion whether the experiment waits for its end
   */
  public record Analysis(
      String name, TemplateRef template, List<Argument> args, boolean requiredForCompletion) {

    public Analysis {
      args = List.copyOf(args);
    }
  }
}
