package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.RolloutExperiment;
import com.alexandrite.rollouts.engine.model.RolloutStatus.WeightDestination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shares of the traffic that go to the pods of the last experiment that a step began. */
final class ExperimentTraffic {

  private ExperimentTraffic() {}

  /** None unless the experiment runs: its pods must be there before customers are sent to them. */
  static List<WeightDestination> of(Pass pass) {
    Experiment experiment = pass.experiment;
    RolloutExperiment wanted = pass.cursor().experiment();
    if (experiment == null || experiment.phase() != AnalysisPhase.RUNNING || wanted == null) {
      return List.of();
    }
    List<WeightDestination> destinations = new ArrayList<>();
    for (Experiment.TemplateState state : experiment.templates()) {
      Integer weight = weight(wanted, state.name());
      if (weight != null) {
        destinations.add(
            new WeightDestination(
                service(experiment, state.name()), state.replicaSet().hash(), weight));
      }
    }
    return destinations;
  }

  private static @Nullable Integer weight(RolloutExperiment wanted, String name) {
    return wanted.templates().stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .map(RolloutExperiment.Template::weight)
        .orElse(null);
  }

  private static String service(Experiment experiment, String name) {
    return experiment.spec().templates().stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .map(Experiment.Template::service)
        .filter(service -> !service.isEmpty())
        .orElse(experiment.name() + "-" + name);
  }
}
