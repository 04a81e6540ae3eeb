package com.alexandrite.rollouts.engine.experiment;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.experiment.ExperimentReconciler.World;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Experiment.AnalysisState;
import com.alexandrite.rollouts.engine.model.RolloutExperiment.Analysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins, follows and ends the analyses of an experiment. */
final class ExperimentAnalyses {

  private final Experiment experiment;
  private final World world;
  private final boolean ending;
  private final List<AnalysisRun> begun = new ArrayList<>();
  private final Set<String> ended = new HashSet<>();

  ExperimentAnalyses(Experiment experiment, World world) {
    this.experiment = experiment;
    this.world = world;
    this.ending = ExperimentEnd.near(experiment);
  }

  List<AnalysisRun> begun() {
    return begun;
  }

  Set<String> ended() {
    return ended;
  }

  AnalysisState follow(Analysis analysis) {
    AnalysisState known =
        experiment
            .analysis(analysis.name())
            .orElse(new AnalysisState(analysis.name(), null, AnalysisPhase.NOT_STARTED, ""));
    if (experiment.availableAt() == null) {
      return verified(known, analysis);
    }
    if (known.run() == null) {
      return ending ? known : begin(known, analysis);
    }
    return known.phase().completed() ? known : watched(known, known.run());
  }

  /** Until the pods are there nothing is measured; a missing template shows at once. */
  private AnalysisState verified(AnalysisState known, Analysis analysis) {
    boolean found =
        world.templates().stream()
            .anyMatch(template ->
                template.name().equals(analysis.template().templateName())
                    && template.clusterScope() == analysis.template().clusterScope());
    String kind =
        analysis.template().clusterScope() ? "ClusterAnalysisTemplate" : "AnalysisTemplate";
    return found
        ? known
        : new AnalysisState(
            known.name(),
            known.run(),
            AnalysisPhase.ERROR,
            "%s verification failed for analysis '%s': %s not found"
                .formatted(kind, analysis.name(), analysis.template().templateName()));
  }

  private AnalysisState begin(AnalysisState known, Analysis analysis) {
    return switch (ExperimentRun.of(experiment, analysis, world)) {
      case ExperimentRun.NotMade(String why) ->
          new AnalysisState(
              known.name(),
              null,
              AnalysisPhase.ERROR,
              "Failed to create AnalysisRun for analysis '%s': %s".formatted(known.name(), why));
      case ExperimentRun.Made(AnalysisRun run) -> {
        begun.add(run);
        yield new AnalysisState(known.name(), run.name(), AnalysisPhase.PENDING, known.message());
      }
    };
  }

  private AnalysisState watched(AnalysisState known, @Nullable String name) {
    Optional<AnalysisRun> run =
        world.runs().stream().filter(it -> it.name().equals(name)).findFirst();
    if (run.isEmpty()) {
      return new AnalysisState(
          known.name(), name, AnalysisPhase.ERROR, "analysis run \"" + name + "\" not found");
    }
    if (ending) {
      if (!run.get().phase().completed() && !run.get().terminate()) {
        ended.add(run.get().name());
      }
      return known;
    }
    return new AnalysisState(known.name(), name, run.get().phase(), run.get().state().message());
  }
}
