package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler;
import com.alexandrite.rollouts.engine.analysis.AnalysisRunSpec;
import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricProvider;
import com.alexandrite.rollouts.engine.analysis.MetricTask;
import com.alexandrite.rollouts.engine.analysis.Reading;
import com.alexandrite.rollouts.engine.analysis.TakenMeasurement;
import com.alexandrite.rollouts.engine.analysis.Verdicts;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import com.alexandrite.rollouts.engine.template.Refused;
import com.alexandrite.rollouts.engine.template.RunPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Analysis runs made of the rollout's templates, measured by a provider. */
final class TemplateAnalysisRuns implements AnalysisRuns {

  private final MetricProvider provider;
  private final InstantSource clock;

  TemplateAnalysisRuns(MetricProvider provider, InstantSource clock) {
    this.provider = provider;
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
        state = state.withAnalysisRun(run.withState(outcome.run()));
        next = earlier(next, outcome.next());
      }
    }
    return new Advance(state, next);
  }

  private AnalysisRunReconciler.Outcome advance(AnalysisRun run, boolean holds, Instant now) {
    RunPlan plan = RunPlan.of(run.metrics(), run.args(), run.dryRun(), run.measurementRetention());
    return switch (plan) {
      case Refused why ->
          new AnalysisRunReconciler.Outcome(run.state().refused(why.message()), null);
      case RunPlan.Ready(AnalysisRunSpec spec) ->
          measure(holds ? spec.bearingErrors() : spec, run, holds, now);
    };
  }

  private AnalysisRunReconciler.Outcome measure(
      AnalysisRunSpec spec, AnalysisRun run, boolean holds, Instant now) {
    List<TakenMeasurement> taken = new ArrayList<>();
    for (MetricTask task : AnalysisRunReconciler.due(spec, run.state(), now)) {
      taken.add(new TakenMeasurement(task, measure(task, holds), provider.describe(task.metric())));
    }
    return AnalysisRunReconciler.reconcile(spec, run.state(), taken, clock.instant());
  }

  private Measurement measure(MetricTask task, boolean holds) {
    Measurement inFlight = task.inFlight();
    Instant started = inFlight == null ? clock.instant() : inFlight.startedAt();
    Reading reading;
    if (inFlight == null) {
      reading = provider.measure(task.metric());
    } else {
      reading =
          task.terminate()
              ? provider.terminate(task.metric(), inFlight)
              : provider.resume(task.metric(), inFlight);
    }
    Measurement measured = judged(task, reading, started, clock.instant());
    return holds ? NoData.judged(reading, measured) : measured;
  }

  private static Measurement judged(
      MetricTask task, Reading reading, Instant started, Instant finished) {
    return switch (reading) {
      case Reading.Failure(String message) -> Measurement.error(message, started, finished);
      case Reading.Verdict(AnalysisPhase phase, String message, Map<String, String> metadata) ->
          Measurement.finished(phase, message, "", started, finished).withMetadata(metadata);
      case Reading.InFlight(Instant resumeAt, Map<String, String> metadata) ->
          new Measurement(AnalysisPhase.RUNNING, "", "", started, null, resumeAt, metadata);
      case Reading.Value(Object value, String text, Map<String, String> metadata) -> {
        Verdicts.Verdict verdict = Verdicts.judge(task.metric(), value, finished);
        String shown = verdict.phase() == AnalysisPhase.ERROR ? "" : text;
        yield Measurement.finished(verdict.phase(), verdict.message(), shown, started, finished)
            .withMetadata(metadata);
      }
    };
  }

  private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.isBefore(right) ? left : right;
  }
}
