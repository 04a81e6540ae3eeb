package com.alexandrite.rollouts.engine.model;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One experiment with how far it is.
 *
 * @param stepIndex of the step that began it, 0-based
 * @param podHash of the revision that is tried
 * @param terminate whether it is asked to end
 * @param availableAt when all its pods were available for the first time: from then its duration is
 *     counted; null = not yet
 * @param templates how far the groups of pods are
 * @param analyses how far the analyses are
 */
public record Experiment(
    String name,
    int stepIndex,
    String podHash,
    int revision,
    Instant createdAt,
    Spec spec,
    boolean terminate,
    AnalysisPhase phase,
    String message,
    @Nullable Instant availableAt,
    List<TemplateState> templates,
    List<AnalysisState> analyses) {

  public Experiment {
    templates = List.copyOf(templates);
    analyses = List.copyOf(analyses);
  }

  /**
   * What is to be done, settled when the experiment began: a later change of the rollout changes
   * nothing of it.
   *
   * @param labels of its analysis runs
   * @param annotations of its analysis runs
   */
  public record Spec(
      String duration,
      int progressDeadlineSeconds,
      int scaleDownDelaySeconds,
      List<Template> templates,
      List<RolloutExperiment.Analysis> analyses,
      List<DryRun> dryRun,
      Map<String, String> labels,
      Map<String, String> annotations) {

    public Spec {
      templates = List.copyOf(templates);
      analyses = List.copyOf(analyses);
      dryRun = List.copyOf(dryRun);
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /** A group of pods; {@code service} as in {@link RolloutExperiment.Template}. */
  public record Template(
      String name,
      PodTemplate template,
      int replicas,
      int minReadySeconds,
      @Nullable String service) {

    /**
     * Names its pods. Different for every group of every experiment, also of the same revision:
     * measurements tell them from each other and from the pods that serve everybody.
     */
    public String hash(String experiment) {
      return ContentHash.of(List.of(experiment, name, template.hash()));
    }
  }

  /** Where a group of pods stands; a later one is worse than an earlier one. */
  public enum TemplatePhase {
    SUCCESSFUL("Successful"),
    RUNNING("Running"),
    PROGRESSING("Progressing"),
    ERROR("Error"),
    FAILED("Failed");

    private final String text;

    TemplatePhase(String text) {
      this.text = text;
    }

    /** The word of the API. */
    public String text() {
      return text;
    }

    /** Whether nothing more will happen to it. */
    public boolean completed() {
      return this != RUNNING && this != PROGRESSING;
    }
  }

  /**
   * How far a group of pods is.
   *
   * @param replicaSet its pods as they are wanted now
   * @param lastTransitionTime when it moved last: from then the progress deadline is counted
   */
  public record TemplateState(
      String name,
      TemplatePhase phase,
      String message,
      ReplicaSet replicaSet,
      int created,
      int ready,
      int available,
      Instant lastTransitionTime) {}

  /** How far an analysis is; {@code run} null = not begun. */
  public record AnalysisState(
      String name, @Nullable String run, AnalysisPhase phase, String message) {}

  /** How far this group of pods is; empty = nobody has looked at it. */
  public Optional<TemplateState> template(String template) {
    return templates.stream().filter(state -> state.name().equals(template)).findFirst();
  }

  /** How far this analysis is; empty = nobody has looked at it. */
  public Optional<AnalysisState> analysis(String analysis) {
    return analyses.stream().filter(state -> state.name().equals(analysis)).findFirst();
  }

  /** When its duration is over; empty without one, and until all pods were available. */
  public Optional<Instant> endsAt() {
    Instant from = availableAt;
    return from == null ? Optional.empty() : GoDuration.parse(spec.duration()).map(from::plus);
  }

  /** Every replica set of its own. */
  public List<ReplicaSet> replicaSets() {
    return templates.stream().map(TemplateState::replicaSet).toList();
  }

  public Experiment withName(String changed) {
    return with(changed, terminate, phase, message, availableAt, templates, analyses);
  }

  /** The same experiment with the request to end it. */
  public Experiment terminating() {
    return with(name, true, phase, message, availableAt, templates, analyses);
  }

  /** The same experiment, further. */
  public Experiment withParts(List<TemplateState> newTemplates, List<AnalysisState> newAnalyses) {
    return with(name, terminate, phase, message, availableAt, newTemplates, newAnalyses);
  }

  public Experiment withPhase(
      AnalysisPhase newPhase, String newMessage, @Nullable Instant newAvailableAt) {
    return with(name, terminate, newPhase, newMessage, newAvailableAt, templates, analyses);
  }

  private Experiment with(
      String newName,
      boolean newTerminate,
      AnalysisPhase newPhase,
      String newMessage,
      @Nullable Instant newAvailableAt,
      List<TemplateState> newTemplates,
      List<AnalysisState> newAnalyses) {
    return new Experiment(
        newName,
        stepIndex,
        podHash,
        revision,
        createdAt,
        spec,
        newTerminate,
        newPhase,
        newMessage,
        newAvailableAt,
        newTemplates,
        newAnalyses);
  }
}
