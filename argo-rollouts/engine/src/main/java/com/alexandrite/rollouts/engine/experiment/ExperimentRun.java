package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunState;
import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler.World;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.Analysis;
import com.alexandrite.rollouts.engine.template.Joined;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.TemplateReferences;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A run of an experiment's analysis: made, or why it can't be. */
sealed interface ExperimentRun {

  /** A run that has not begun. */
  record Made(AnalysisRun run) implements ExperimentRun {}

  /** A template or an argument is missing. */
  record NotMade(String why) implements ExperimentRun {}

  /** Joins the template with what the experiment says, its arguments filled in. */
  static ExperimentRun of(Experiment experiment, Analysis analysis, World world) {
    TemplateReferences.Found found =
        TemplateReferences.find(List.of(analysis.template()), world.templates());
    if (found.refused() != null) {
      return new NotMade(found.refused().message());
    }
    ExperimentArguments arguments = ExperimentArguments.of(experiment);
    List<Argument> values = new ArrayList<>();
    for (Argument argument : analysis.args()) {
      String value = argument.value() == null ? "" : argument.value();
      switch (arguments.fillIn(value)) {
        case ExperimentArguments.Unknown(String why) -> {
          return new NotMade(why);
        }
        case ExperimentArguments.Filled(String text) ->
            values.add(Argument.of(argument.name(), text));
      }
    }
    RolloutAnalysis wishes =
        new RolloutAnalysis(
            List.of(analysis.template()),
            values,
            experiment.spec().dryRun(),
            List.of(),
            experiment.spec().labels(),
            experiment.spec().annotations());
    return switch (Joined.of(found.templates(), wishes, values)) {
      case Refused why -> new NotMade(why.message());
      case Joined.Run run -> new Made(run(experiment, analysis, run, world));
    };
  }

  private static AnalysisRun run(
      Experiment experiment, Analysis analysis, Joined.Run joined, World world) {
    return new AnalysisRun(
        freeName(experiment.name() + "-" + analysis.name(), world),
        AnalysisRun.Kind.EXPERIMENT,
        experiment.stepIndex(),
        experiment.podHash(),
        experiment.revision(),
        world.now().truncatedTo(ChronoUnit.SECONDS),
        joined.metrics(),
        joined.args(),
        joined.dryRun(),
        joined.measurementRetention(),
        AnalysisRunState.NEW);
  }

  private static String freeName(String base, World world) {
    String name = base;
    for (int collision = 1; taken(name, world); collision++) {
      name = base + "." + collision;
    }
    return name;
  }

  private static boolean taken(String name, World world) {
    return world.runs().stream().anyMatch(run -> run.name().equals(name));
  }
}
