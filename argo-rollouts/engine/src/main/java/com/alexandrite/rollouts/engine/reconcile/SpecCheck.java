package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RunPlan;
import com.alexandrite.rollouts.engine.validation.Problem;
import com.alexandrite.rollouts.engine.validation.RolloutRules;
import java.util.List;
import java.util.Optional;

/** Whether a rollout can be executed at all: its own rules, its templates, their arguments. */
final class SpecCheck {

  private final Pass pass;
  private final AnalysisRunFactory factory;

  SpecCheck(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.factory = factory;
  }

  /** The first thing that is wrong; empty if nothing is. */
  Optional<String> problem() {
    if (pass.rollout().generation() == pass.old().observedGeneration()
        && pass.old().condition(Words.INVALID_SPEC).isEmpty()) {
      return Optional.empty();
    }
    List<Problem> problems = RolloutRules.check(pass.spec());
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      return Optional.of(first.path() + ": " + first.problem());
    }
    BackgroundAnalysis background = pass.canary().analysis();
    return background == null
        ? steps()
        : analysis(background.analysis(), Kind.BACKGROUND, "spec.strategy.canary.analysis")
            .or(this::steps);
  }

  private Optional<String> steps() {
    List<CanaryStep> steps = pass.canary().steps();
    for (int i = 0; i < steps.size(); i++) {
      CanaryStep.Analysis step = steps.get(i).part(CanaryStep.Analysis.class);
      if (step != null) {
        Optional<String> problem =
            analysis(step.analysis(), Kind.STEP, "spec.strategy.canary.steps[" + i + "].analysis");
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> analysis(RolloutAnalysis analysis, Kind kind, String path) {
    Order order =
        new Order(pass.state, analysis, kind, null, anyRevision(), anyRevision(), pass.storedNow());
    return switch (factory.create(order)) {
      case Creation.Refused(String why) -> Optional.of(path + ": " + why);
      case Creation.Created(AnalysisRun run) ->
          endless(run).or(() -> unresolved(run)).map(why -> path + ": " + why);
    };
  }

  /** A step would never end with a metric that is measured for ever. */
  private static Optional<String> endless(AnalysisRun run) {
    boolean endless =
        run.kind() == Kind.STEP
            && plan(run) instanceof RunPlan.Ready(AnalysisRunSpec spec)
            && spec.metrics().stream().anyMatch(it -> it.effectiveCount().isEmpty());
    return endless
        ? Optional.of("a metric with an interval and without count never ends")
        : Optional.empty();
  }

  private static RunPlan plan(AnalysisRun run) {
    return RunPlan.of(run.metrics(), run.args(), run.dryRun(), run.measurementRetention());
  }

  /** A tag that no argument fills; other mistakes of a metric show when its run begins. */
  private static Optional<String> unresolved(AnalysisRun run) {
    RunPlan plan = RunPlan.of(run.metrics(), run.args(), run.dryRun(), run.measurementRetention());
    return plan instanceof Refused why && why.reason() == Refused.Reason.UNRESOLVED_TAG
        ? Optional.of(why.message())
        : Optional.empty();
  }

  private ReplicaSet anyRevision() {
    return new ReplicaSet(
        pass.spec().template().hash(), 0, pass.spec().template(), 0, 0, 0, pass.now(), null);
  }
}
