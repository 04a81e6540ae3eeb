package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.AnalysisRun.Kind;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutTree;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Creation;
import com.alexandrite.rollouts.engine.reconcile.AnalysisRunFactory.Order;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RunPlan;
import com.alexandrite.rollouts.engine.validation.Problem;
import com.alexandrite.rollouts.engine.validation.RolloutValidation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a rollout can be executed at all: its own rules, its templates, their arguments. */
final class SpecCheck {

  private final Pass pass;
  private final AnalysisRunFactory factory;
  private boolean lasting = true;

  SpecCheck(Pass pass, AnalysisRunFactory factory) {
    this.pass = pass;
    this.factory = factory;
  }

  /**
   * Everything that is wrong with the spec, or the first with its analyses; empty if nothing is.
   */
  Optional<String> problem() {
    List<Problem> problems =
        RolloutValidation.rulesOfRelease(Map.of("spec", RolloutTree.of(pass.spec())));
    if (!problems.isEmpty()) {
      return Optional.of(
          problems.stream()
              .map(problem -> problem.path() + " " + problem.problem())
              .collect(Collectors.joining("; ")));
    }
    if (pass.spec().blueGreen() != null) {
      return promotionAnalyses(pass.spec().blueGreen());
    }
    BackgroundAnalysis background = pass.canary().analysis();
    return background == null
        ? steps()
        : analysis(background.analysis(), Kind.BACKGROUND, "spec.strategy.canary.analysis")
            .or(this::steps);
  }

  /** Whether nothing but spec and templates was read: as long as they stay, so does the answer. */
  boolean lasting() {
    return lasting;
  }

  private Optional<String> promotionAnalyses(BlueGreenStrategy blueGreen) {
    String path = "spec.strategy.blueGreen.";
    RolloutAnalysis before = blueGreen.prePromotionAnalysis();
    RolloutAnalysis after = blueGreen.postPromotionAnalysis();
    return Optional.ofNullable(before)
        .flatMap(it -> analysis(it, Kind.PRE_PROMOTION, path + "prePromotionAnalysis"))
        .or(() ->
            Optional.ofNullable(after)
                .flatMap(it -> analysis(it, Kind.POST_PROMOTION, path + "postPromotionAnalysis")));
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
    lasting &= analysis.args().stream().noneMatch(SpecCheck::lookedUp);
    Order order =
        new Order(pass.state, analysis, kind, null, anyRevision(), anyRevision(), pass.storedNow());
    return switch (factory.create(order)) {
      case Creation.Refused(String why) -> Optional.of(path + ": " + why);
      case Creation.Created(AnalysisRun run) -> {
        RunPlan plan = plan(run);
        yield endless(run).or(() -> unresolved(plan)).map(why -> path + ": " + why);
      }
    };
  }

  /** Whether the rollout itself, also its status, tells the value. */
  private static boolean lookedUp(Argument argument) {
    return argument.valueFrom() != null && argument.valueFrom().fieldPath() != null;
  }

  /** Whoever waits for the run would wait for ever, whatever else is wrong with it. */
  private static Optional<String> endless(AnalysisRun run) {
    return run.kind() != Kind.BACKGROUND && RunPlan.endless(run.metrics(), run.args())
        ? Optional.of("a metric with an interval and without count never ends")
        : Optional.empty();
  }

  private static RunPlan plan(AnalysisRun run) {
    return RunPlan.of(run.metrics(), run.args(), run.dryRun(), run.measurementRetention());
  }

  /** A tag that no argument fills; other mistakes of a metric show when its run begins. */
  private static Optional<String> unresolved(RunPlan plan) {
    return plan instanceof Refused why && why.reason() == Refused.Reason.UNRESOLVED_TAG
        ? Optional.of(why.message())
        : Optional.empty();
  }

  private ReplicaSet anyRevision() {
    return new ReplicaSet(pass.desiredHash(), 0, pass.spec().template(), 0, 0, 0, pass.now(), null);
  }
}
