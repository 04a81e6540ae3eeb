package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.Measuring;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RunPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Analysis runs made of the rollout's templates. */
final class TemplateAnalysisRuns implements AnalysisRuns {

  private final Measuring measuring;
  private final InstantSource clock;
  private final RunPlans plans = new RunPlans();

  TemplateAnalysisRuns(Measuring measuring, InstantSource clock) {
    this.measuring = measuring;
    this.clock = clock;
  }

  @Override
  public Creation create(Order order) {
    return new RunMaking(order).make();
  }

  @Override
  public Advance advance(RolloutState before, Instant now) {
    RolloutState state = before;
    Instant next = null;
    boolean holds = Safeguards.of(before.rollout().annotations()).hold() != null;
    for (AnalysisRun run : before.analysisRuns()) {
      if (!run.phase().completed()) {
        AnalysisRunReconciler.Outcome outcome = advance(run, holds, now);
        if (!outcome.run().equals(run.state())) {
          state = state.withAnalysisRun(run.withState(outcome.run()));
        }
        next = earlier(next, outcome.next());
      }
    }
    return new Advance(state, next);
  }

  private AnalysisRunReconciler.Outcome advance(AnalysisRun run, boolean holds, Instant now) {
    return switch (plans.of(run)) {
      case Refused why ->
          new AnalysisRunReconciler.Outcome(run.state().refused(why.message()), null);
      case RunPlan.Ready(AnalysisRunSpec spec) ->
          measure(holds ? spec.bearingErrors() : spec, run, holds, now);
    };
  }

  /**
   * While measurements are being made the run stays as it is: they come to an end by themselves.
   */
  private AnalysisRunReconciler.Outcome measure(
      AnalysisRunSpec spec, AnalysisRun run, boolean holds, Instant now) {
    return measuring
        .take(identity(run), AnalysisRunReconciler.due(spec, run.state(), now))
        .map(taken -> holds ? taken.stream().map(NoData::judged).toList() : taken)
        .map(taken -> AnalysisRunReconciler.reconcile(spec, run.state(), taken, storedNow()))
        .orElseGet(() -> new AnalysisRunReconciler.Outcome(run.state(), null));
  }

  private Instant storedNow() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A run's name may come again when the run is forgotten. */
  private static String identity(AnalysisRun run) {
    return run.name() + "." + run.createdAt().getEpochSecond();
  }

  private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.isBefore(right) ? left : right;
  }
}
