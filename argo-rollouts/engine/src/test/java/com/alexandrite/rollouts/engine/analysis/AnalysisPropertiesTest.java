package com.alexandrite.rollouts.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler.Outcome;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every analysis. */
class AnalysisPropertiesTest {

  private static final int MOST_STEPS = 500;

  @Property
  void countersAddUp(@ForAll List<AnalysisPhase> measured) {
    Counters counters = Counters.NONE;
    for (AnalysisPhase phase : measured) {
      counters = counters.plus(phase);
    }
    assertThat(counters.count())
        .isEqualTo(counters.successful() + counters.failed() + counters.inconclusive());
    assertThat(counters.consecutiveError()).isLessThanOrEqualTo(counters.error());
    assertThat(counters.consecutiveSuccess()).isLessThanOrEqualTo(counters.successful());
    assertThat(Math.min(counters.consecutiveError(), counters.consecutiveSuccess())).isZero();
  }

  @Property
  void worstIsALattice(@ForAll AnalysisPhase a, @ForAll AnalysisPhase b, @ForAll AnalysisPhase c) {
    AnalysisPhase left = AnalysisPhase.worst(AnalysisPhase.worst(a, b), c);
    AnalysisPhase right = AnalysisPhase.worst(a, AnalysisPhase.worst(b, c));
    assertThat(left).isEqualTo(right);
    assertThat(AnalysisPhase.worst(a, a)).isEqualTo(a);
    assertThat(AnalysisPhase.worst(a, b).worseThan(AnalysisPhase.worst(b, a))).isFalse();
    assertThat(a.worseThan(AnalysisPhase.worst(a, b))).isFalse();
  }

  @Property
  void runsWithACountEnd(
      @ForAll("limits") Limits limits, @ForAll("scripts") List<AnalysisPhase> script) {
    MetricSpec metric = new MetricSpec("m", "10s", "", limits, "", "", new ProviderSpec.Missing());
    Drive drive = new Drive(AnalysisRunSpec.of(metric), script);
    drive.toTheEnd();
    assertThat(drive.run.phase().completed()).isTrue();
    MetricResult result = drive.run.metricResults().getFirst();
    assertThat(result.counters().count()).isLessThanOrEqualTo(Math.max(1, limits.count().value()));
    assertThat(result.measurements()).hasSizeLessThanOrEqualTo(10);
  }

  @Property
  void completedRunsStayAsTheyAre(
      @ForAll("limits") Limits limits, @ForAll("scripts") List<AnalysisPhase> script) {
    MetricSpec metric = new MetricSpec("m", "10s", "", limits, "", "", new ProviderSpec.Missing());
    Drive drive = new Drive(AnalysisRunSpec.of(metric), script);
    drive.toTheEnd();
    Instant later = drive.now.plusSeconds(3600);
    AnalysisRunState ended = drive.run.terminating();
    assertThat(AnalysisRunReconciler.due(drive.spec, ended, later)).isEmpty();
    assertThat(AnalysisRunReconciler.reconcile(drive.spec, ended, List.of(), later).run())
        .isEqualTo(ended);
  }

  @Property
  void terminatedRunsEndAtOnceUnlessSomethingIsInFlight(
      @ForAll("scripts") List<AnalysisPhase> script) {
    MetricSpec metric =
        new MetricSpec("m", "10s", "", Limits.NONE, "", "", new ProviderSpec.Missing());
    Drive drive = new Drive(AnalysisRunSpec.of(metric), script);
    drive.step();
    Outcome outcome =
        AnalysisRunReconciler.reconcile(drive.spec, drive.run.terminating(), List.of(), drive.now);
    assertThat(outcome.run().phase().completed()).isTrue();
  }

  @Provide
  Arbitrary<Limits> limits() {
    Arbitrary<Limit> small = Arbitraries.integers().between(0, 3).map(Limit::of);
    Arbitrary<Limit> count = Arbitraries.integers().between(1, 8).map(Limit::of);
    return Combinators.combine(count, small, small, small, small).as(Limits::new);
  }

  @Provide
  Arbitrary<List<AnalysisPhase>> scripts() {
    return Arbitraries.of(
            AnalysisPhase.SUCCESSFUL,
            AnalysisPhase.FAILED,
            AnalysisPhase.INCONCLUSIVE,
            AnalysisPhase.ERROR)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Plays a script of measurements over virtual time. */
  private static final class Drive {
    private final AnalysisRunSpec spec;
    private final List<AnalysisPhase> script;
    private AnalysisRunState run = AnalysisRunState.NEW;
    private Instant now = Instant.EPOCH;
    private int taken;

    Drive(AnalysisRunSpec spec, List<AnalysisPhase> script) {
      this.spec = spec;
      this.script = script;
    }

    void toTheEnd() {
      for (int i = 0; i < MOST_STEPS && !run.phase().completed(); i++) {
        step();
      }
    }

    void step() {
      List<TakenMeasurement> made =
          AnalysisRunReconciler.due(spec, run, now).stream().map(this::measure).toList();
      Outcome outcome = AnalysisRunReconciler.reconcile(spec, run, made, now);
      run = outcome.run();
      now = outcome.next() == null ? now : outcome.next().plusMillis(1);
    }

    private TakenMeasurement measure(MetricTask task) {
      // Errors without end would be a run without end, so the script closes with a success.
      AnalysisPhase phase = taken < script.size() ? script.get(taken) : AnalysisPhase.SUCCESSFUL;
      taken++;
      return TakenMeasurement.of(task, Measurement.finished(phase, "", "", now, now));
    }
  }
}
