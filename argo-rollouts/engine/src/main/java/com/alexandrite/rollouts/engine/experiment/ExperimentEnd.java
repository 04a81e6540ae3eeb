package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.AnalysisState;
import com.alexandrite.rollouts.engine.model.Experiment.Template;
import com.alexandrite.rollouts.engine.model.Experiment.TemplatePhase;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.Analysis;

/** Whether an experiment is about to end, and why. */
final class ExperimentEnd {

  private ExperimentEnd() {}

  /** No new pods, no new analyses: everything of it comes to its end. */
  static boolean near(Experiment experiment) {
    return experiment.terminate()
        || experiment.phase().completed()
        || experiment.templates().stream().anyMatch(state -> bad(state.phase()))
        || experiment.analyses().stream().anyMatch(state -> state.phase().bad())
        || requiredSuccessful(experiment);
  }

  private static boolean bad(TemplatePhase phase) {
    return phase == TemplatePhase.ERROR || phase == TemplatePhase.FAILED;
  }

  static boolean hasRequired(Experiment experiment) {
    return experiment.spec().analyses().stream().anyMatch(Analysis::requiredForCompletion);
  }

  /** Whether there are required analyses, and all of them ended well. */
  static boolean requiredSuccessful(Experiment experiment) {
    return hasRequired(experiment)
        && experiment.spec().analyses().stream()
            .filter(Analysis::requiredForCompletion)
            .allMatch(analysis -> phase(experiment, analysis) == AnalysisPhase.SUCCESSFUL);
  }

  static AnalysisPhase phase(Experiment experiment, Analysis analysis) {
    return experiment
        .analysis(analysis.name())
        .map(AnalysisState::phase)
        .orElse(AnalysisPhase.NOT_STARTED);
  }

  /** How many pods a group is to have, apart from a delay of their end. */
  static int wanted(Experiment experiment, Template template) {
    boolean over =
        near(experiment)
            || experiment
                .template(template.name())
                .filter(state -> state.phase().completed())
                .isPresent();
    return over ? 0 : template.replicas();
  }
}
