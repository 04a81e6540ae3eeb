package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.analysis.Measurement;
import com.alexandrite.rollouts.engine.analysis.MetricResult;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus.CanaryStatus;
import com.alexandrite.rollouts.engine.model.RolloutStatus.PauseCondition;
import com.alexandrite.rollouts.engine.model.SafeguardStatus.Hold;
import com.alexandrite.rollouts.engine.safeguard.HoldPolicy;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a rollout that asks for it while its analysis has no data, and lets it go on when there is
 * some. Nothing is taken back: pods and traffic stay as the current step wants them.
 */
final class NoDataHold {

  private final Pass pass;

  NoDataHold(Pass pass) {
    this.pass = pass;
  }

  /** Begins, keeps or ends the hold; tells whether the rollout must not go on. */
  boolean holds() {
    HoldPolicy policy = pass.safeguards().hold();
    Hold before = pass.old().safeguards().hold();
    Optional<String> missing = policy == null || !judged() ? Optional.empty() : missing();
    if (policy == null || missing.isEmpty()) {
      if (before != null) {
        end();
      }
      return false;
    }
    Hold hold = before == null ? begin(missing.get()) : before;
    record(hold);
    if (!hold.overridden()) {
      pass.pauses.add(PauseCondition.NO_METRIC_DATA);
      bound(hold, policy);
    }
    return !hold.overridden();
  }

  /** Whether an analysis decides at all about what goes on now. */
  private boolean judged() {
    return !pass.rollout().fullyPromoted()
        && !pass.pauses.aborted()
        && !pass.old().promoteFull()
        && !pass.old().stableRS().isEmpty()
        && !new Promotion(pass).fastRollback();
  }

  private Optional<String> missing() {
    CanaryStatus canary = pass.status.canary;
    Optional<String> step =
        pass.run(canary.currentStepAnalysisRunStatus()).stream()
            .flatMap(NoData::silent)
            .map(NoDataHold::say)
            .findFirst();
    return step.or(() ->
        pass.run(canary.currentBackgroundAnalysisRunStatus()).stream()
            .flatMap(NoData::silent)
            .filter(metric -> served() || !NoData.answered(metric))
            .map(NoDataHold::say)
            .findFirst());
  }

  /** Of a canary that gets no traffic yet there is nothing to be known. */
  private boolean served() {
    return !pass.trafficRouted() || pass.old().canaryWeight() > 0;
  }

  private static String say(MetricResult metric) {
    Measurement last = metric.last();
    String message = last == null ? "" : last.message();
    return "metric \"" + metric.name() + "\": " + (message.isEmpty() ? "no data" : message);
  }

  private Hold begin(String why) {
    pass.warn(PauseCondition.NO_METRIC_DATA, "Rollout waits for metric data: " + why);
    return new Hold(pass.storedNow(), why, false, false);
  }

  private void end() {
    record(null);
    pass.pauses.remove(PauseCondition.NO_METRIC_DATA);
    if (judged()) {
      pass.tell("MetricDataReturned", "There is metric data again");
    }
  }

  private void bound(Hold hold, HoldPolicy policy) {
    Duration atMost = policy.atMost();
    if (atMost == null || hold.overdue()) {
      return;
    }
    Instant end = hold.since().plus(atMost);
    if (end.isAfter(pass.now())) {
      pass.wake(end);
      return;
    }
    String message = "no metric data for " + atMost.toSeconds() + " s: " + hold.why();
    switch (policy.after()) {
      case ABORT -> {
        record(null);
        pass.pauses.abort(message);
      }
      case STAY -> {
        record(hold.passingItsTime());
        pass.warn(PauseCondition.NO_METRIC_DATA, "Rollout still waits, " + message);
      }
    }
  }

  private void record(@Nullable Hold hold) {
    pass.status.safeguards = pass.status.safeguards.withHold(hold);
  }

  /** What tells two states of a holding rollout apart though no run's phase differs. */
  static List<String> signature(RolloutState state) {
    return Safeguards.of(state.rollout().annotations()).hold() == null
        ? List.of()
        : state.analysisRuns().stream().flatMap(NoDataHold::signature).toList();
  }

  private static Stream<String> signature(AnalysisRun run) {
    return NoData.silent(run).map(it -> run.name() + " " + it.name() + " " + NoData.answered(it));
  }
}
