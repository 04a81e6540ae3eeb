package com.alexandrite.rollouts.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run by example. */
class AnalysisRunTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static MetricSpec metric(
      String name, String interval, String initialDelay, Limits limits) {
    return new MetricSpec(name, interval, initialDelay, limits, "", "", new ProviderSpec.Missing());
  }

  private static Limits counting(int count, int failureLimit) {
    return new Limits(
        Limit.of(count), Limit.of(failureLimit), Limit.ABSENT, Limit.ABSENT, Limit.ABSENT);
  }

  private static Outcome measure(
      AnalysisRunSpec spec, AnalysisRunState run, Instant now, AnalysisPhase phase) {
    List<TakenMeasurement> taken =
        AnalysisRunReconciler.due(spec, run, now).stream()
            .map(task ->
                TakenMeasurement.of(task, Measurement.finished(phase, "why", "1", now, now)))
            .toList();
    return AnalysisRunReconciler.reconcile(spec, run, taken, now);
  }

  @Test
  void endsWellAfterItsCount() {
    AnalysisRunSpec spec = AnalysisRunSpec.of(metric("errors", "10s", "", counting(2, 0)));
    Outcome first = measure(spec, AnalysisRunState.NEW, START, AnalysisPhase.SUCCESSFUL);
    assertThat(first.run().phase()).isEqualTo(AnalysisPhase.RUNNING);
    assertThat(first.next()).isEqualTo(START.plusSeconds(10));

    Instant later = START.plusSeconds(10).plusMillis(1);
    Outcome second = measure(spec, first.run(), later, AnalysisPhase.SUCCESSFUL);
    assertThat(second.run().phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(second.run().completedAt()).isEqualTo(later);
    assertThat(second.next()).isNull();
  }

  @Test
  void failsWithAReasonAsSoonAsALimitBreaks() {
    AnalysisRunSpec spec =
        AnalysisRunSpec.of(
            metric("errors", "10s", "", counting(5, 0)),
            metric("latency", "10s", "1m", counting(5, 0)));
    Outcome first = measure(spec, AnalysisRunState.NEW, START, AnalysisPhase.FAILED);
    Outcome ended = AnalysisRunReconciler.reconcile(spec, first.run(), List.of(), START);
    assertThat(ended.run().phase()).isEqualTo(AnalysisPhase.FAILED);
    assertThat(ended.run().message())
        .isEqualTo(
            "Metric \"errors\" assessed Failed due to failed (1) > failureLimit (0):"
                + " \"Error Message: why\"");
  }

  @Test
  void triesAgainTenSecondsAfterAnError() {
    AnalysisRunSpec spec = AnalysisRunSpec.of(metric("errors", "5m", "", counting(2, 0)));
    Outcome outcome = measure(spec, AnalysisRunState.NEW, START, AnalysisPhase.ERROR);
    assertThat(outcome.next()).isEqualTo(START.plusSeconds(10));
    assertThat(AnalysisRunReconciler.due(spec, outcome.run(), START.plusSeconds(10))).isEmpty();
    assertThat(AnalysisRunReconciler.due(spec, outcome.run(), START.plusSeconds(11))).hasSize(1);
  }

  @Test
  void fiveErrorsInARowEndIt() {
    AnalysisRunSpec spec = AnalysisRunSpec.of(metric("errors", "", "", Limits.NONE));
    AnalysisRunState run = AnalysisRunState.NEW;
    Instant now = START;
    for (int i = 0; i < 5; i++) {
      run = measure(spec, run, now, AnalysisPhase.ERROR).run();
      now = now.plus(Duration.ofSeconds(11));
    }
    assertThat(run.phase()).isEqualTo(AnalysisPhase.ERROR);
    assertThat(run.message()).contains("consecutiveErrors (5) > consecutiveErrorLimit (4)");
  }

  @Test
  void dryRunsDoNotDecide() {
    AnalysisRunSpec spec =
        new AnalysisRunSpec(
            List.of(metric("errors", "", "", Limits.NONE)),
            Set.of("errors"),
            Map.of(),
            TtlStrategy.NONE);
    AnalysisRunState run = measure(spec, AnalysisRunState.NEW, START, AnalysisPhase.FAILED).run();
    assertThat(run.phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(run.dryRunSummary().failed()).isEqualTo(1);
  }

  @Test
  void endsTheMeasurementInFlightWhenTerminated() {
    AnalysisRunSpec spec = AnalysisRunSpec.of(metric("job", "", "", Limits.NONE));
    MetricTask task = AnalysisRunReconciler.due(spec, AnalysisRunState.NEW, START).getFirst();
    Measurement open =
        new Measurement(
            AnalysisPhase.RUNNING, "", "", START, null, START.plusSeconds(60), Map.of());
    AnalysisRunState run =
        AnalysisRunReconciler.reconcile(
                spec, AnalysisRunState.NEW, List.of(TakenMeasurement.of(task, open)), START)
            .run();
    assertThat(AnalysisRunReconciler.due(spec, run, START.plusSeconds(1))).isEmpty();

    List<MetricTask> ending = AnalysisRunReconciler.due(spec, run.terminating(), START);
    assertThat(ending).singleElement().satisfies(one -> assertThat(one.terminate()).isTrue());
  }

  @Test
  void outlivesItsTimeToLive() {
    TtlStrategy minute = new TtlStrategy(60, null, null);
    assertThat(minute.exceeded(AnalysisPhase.ERROR, START, START.plusSeconds(60))).isFalse();
    assertThat(minute.exceeded(AnalysisPhase.ERROR, START, START.plusSeconds(61))).isTrue();
    assertThat(minute.exceeded(AnalysisPhase.RUNNING, START, START.plusSeconds(61))).isFalse();
  }
}
