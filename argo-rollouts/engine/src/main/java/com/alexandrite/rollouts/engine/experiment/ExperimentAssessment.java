package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.AnalysisState;
import com.alexandrite.rollouts.engine.model.Experiment.TemplatePhase;
import com.alexandrite.rollouts.engine.model.Experiment.TemplateState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What its pods and its analyses together say of an experiment. */
final class ExperimentAssessment {

  private final Experiment experiment;

  private ExperimentAssessment(Experiment experiment) {
    this.experiment = experiment;
  }

  /** A phase and the reason for it. */
  private record Verdict(AnalysisPhase phase, String message) {}

  /** The experiment with its phase; a phase that is final stays. */
  static Experiment assess(Experiment experiment, Instant now) {
    return switch (experiment.phase()) {
      case NOT_STARTED -> experiment.withPhase(AnalysisPhase.PENDING, "", null);
      case PENDING, RUNNING -> new ExperimentAssessment(experiment).assess(now);
      case SUCCESSFUL, INCONCLUSIVE, ERROR, FAILED -> experiment;
    };
  }

  private Experiment assess(Instant now) {
    Verdict pods = pods();
    Verdict analyses = analyses();
    Instant availableAt = experiment.availableAt();
    if (pods.phase() == AnalysisPhase.RUNNING && availableAt == null) {
      availableAt = now.truncatedTo(ChronoUnit.SECONDS);
    }
    Verdict verdict = pods.phase().completed() ? ended(pods, analyses) : going(pods, analyses);
    return experiment.withPhase(verdict.phase(), verdict.message(), availableAt);
  }

  /**
   * The pods are through: the analyses have the word, if they are through too or the experiment
   * waits for them. Otherwise what they would have found no longer counts.
   */
  private Verdict ended(Verdict pods, Verdict analyses) {
    boolean heeded = analyses.phase().completed() || ExperimentEnd.hasRequired(experiment);
    return pods.phase() == AnalysisPhase.SUCCESSFUL && heeded ? analyses : pods;
  }

  /** The pods still run: a bad analysis ends the experiment, so do all that were required. */
  private Verdict going(Verdict pods, Verdict analyses) {
    return analyses.phase().bad() || ExperimentEnd.requiredSuccessful(experiment) ? analyses : pods;
  }

  private Verdict pods() {
    TemplatePhase worst = TemplatePhase.SUCCESSFUL;
    String message = "";
    for (TemplateState state : experiment.templates()) {
      if (state.phase().compareTo(worst) > 0) {
        worst = state.phase();
        message = state.message();
      }
    }
    return new Verdict(
        switch (worst) {
          case SUCCESSFUL -> AnalysisPhase.SUCCESSFUL;
          case RUNNING -> AnalysisPhase.RUNNING;
          case PROGRESSING -> AnalysisPhase.PENDING;
          case ERROR -> AnalysisPhase.ERROR;
          case FAILED -> AnalysisPhase.FAILED;
        },
        message);
  }

  private Verdict analyses() {
    AnalysisPhase worst = AnalysisPhase.SUCCESSFUL;
    String message = "";
    for (AnalysisState state : experiment.analyses()) {
      if (state.phase().worseThan(worst)) {
        worst = state.phase();
        message = state.message();
      }
    }
    if (ExperimentEnd.requiredSuccessful(experiment) && worst == AnalysisPhase.SUCCESSFUL) {
      return new Verdict(worst, "Required AnalysisRuns completed");
    }
    return new Verdict(worst == AnalysisPhase.PENDING ? AnalysisPhase.RUNNING : worst, message);
  }
}
