package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.AnalysisState;
import com.alexandrite.rollouts.engine.model.Experiment.TemplateState;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is next for an experiment. It lives beside its rollout: whatever the rollout waits for, the
 * experiment goes on, and its pods leave in time.
 *
 * <p>As with rollouts a pass reacts to what was true when it began; the next one reacts to it.
 */
public final class ExperimentReconciler {

  private ExperimentReconciler() {}

  /**
   * What was seen before a pass.
   *
   * @param pods by the hash of their replica set
   * @param runs the analysis runs of the rollout
   * @param templates the AnalysisTemplates that there are
   */
  public record World(
      Map<String, ReplicaCounts> pods,
      List<AnalysisRun> runs,
      List<AnalysisTemplate> templates,
      Instant now) {

    public World {
      pods = Map.copyOf(pods);
      runs = List.copyOf(runs);
      templates = List.copyOf(templates);
    }
  }

  /**
   * What a pass decided.
   *
   * @param begun analysis runs to add
   * @param ended names of the analysis runs to end
   * @param wakeAt when to look again at the latest; null = only on a change
   */
  public record Outcome(
      Experiment experiment, List<AnalysisRun> begun, Set<String> ended, @Nullable Instant wakeAt) {

    public Outcome {
      begun = List.copyOf(begun);
      ended = Set.copyOf(ended);
    }
  }

  /** One pass: its pods, its analyses, and what both say of the whole. */
  public static Outcome reconcile(Experiment before, World world) {
    ExperimentPods pods = new ExperimentPods(before, world);
    List<TemplateState> templates = before.spec().templates().stream().map(pods::follow).toList();
    ExperimentAnalyses analyses = new ExperimentAnalyses(before, world);
    List<AnalysisState> analysed = before.spec().analyses().stream().map(analyses::follow).toList();
    Experiment after =
        ExperimentAssessment.assess(before.withParts(templates, analysed), world.now());
    return new Outcome(
        after, analyses.begun(), analyses.ended(), ExperimentTimes.wakeAt(after, world.now()));
  }
}
