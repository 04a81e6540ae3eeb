package com.alexandrite.rollouts.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.simulation.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Measurements that take their time: beside the caller, or over several passes. */
class MeasuringTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final AnalysisRunSpec SPEC = AnalysisRunSpec.of(metric("errors"), metric("slow"));

  private final VirtualClock clock = new VirtualClock(START);

  @Test
  void asksTheSourcesOfARunAtTheSameTimeAndTakesTheirAnswersTogether() throws Exception {
    var together = new CyclicBarrier(2);
    var answered = new CountDownLatch(1);
    var ready = new CountDownLatch(1);
    MetricProvider provider =
        new Source() {
          @Override
          public Reading measure(MetricSpec metric) {
            Waiting.at(together);
            if (metric.name().equals("slow")) {
              Waiting.until(answered);
            }
            return new Reading.Value(1L, "1", Map.of());
          }
        };
    Measuring measuring = Measuring.inBackground(provider, clock, THREADS, ready::countDown);
    List<MetricTask> due = AnalysisRunReconciler.due(SPEC, AnalysisRunState.NEW, START);

    assertThat(measuring.take("run", due)).isEmpty();
    assertThat(measuring.take("other", List.of())).contains(List.of());
    assertThat(measuring.take("run", due)).isEmpty();
    answered.countDown();
    assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();

    Optional<List<TakenMeasurement>> taken = measuring.take("run", List.of());
    assertThat(taken.orElseThrow())
        .extracting(one -> one.task().metric().name() + " " + one.measurement().phase().text())
        .containsExactly("errors Successful", "slow Successful");
    assertThat(measuring.take("run", List.of())).contains(List.of());
  }

  @Test
  void aBrokenProviderIsAnErrorOfItsMeasurement() {
    MetricProvider broken =
        new Source() {
          @Override
          public Reading measure(MetricSpec metric) {
            throw new IllegalStateException("defect");
          }
        };

    AnalysisRunState run = pass(Measuring.atOnce(broken, clock), AnalysisRunState.NEW);

    assertThat(last(run, "errors").message()).contains("broken").contains("defect");
  }

  @Test
  void aMeasurementInFlightIsLookedAtAgainWhenItSaysSo() {
    var job = new Job();
    Measuring measuring = Measuring.atOnce(job, clock);
    AnalysisRunState begun = pass(measuring, AnalysisRunState.NEW);
    assertThat(last(begun, "errors").phase()).isEqualTo(AnalysisPhase.RUNNING);
    assertThat(pass(measuring, begun)).isEqualTo(begun);

    clock.moveTo(START.plusSeconds(2));
    AnalysisRunState ended = pass(measuring, begun);

    assertThat(ended.phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(result(ended, "errors").measurements()).hasSize(1);
    assertThat(job.asked)
        .containsExactly("begin run.errors.1", "begin run.slow.1", "resume errors", "resume slow");
  }

  @Test
  void aMeasurementInFlightIsEndedWithItsRun() {
    var job = new Job();
    Measuring measuring = Measuring.atOnce(job, clock);
    AnalysisRunState begun = pass(measuring, AnalysisRunState.NEW);

    AnalysisRunState ended = pass(measuring, begun.terminating());

    assertThat(job.asked).endsWith("terminate errors", "terminate slow");
    assertThat(ended.phase()).isEqualTo(AnalysisPhase.INCONCLUSIVE);
    assertThat(last(ended, "slow").message()).isEqualTo("Metric Terminated");
  }

  private AnalysisRunState pass(Measuring measuring, AnalysisRunState run) {
    List<MetricTask> due = AnalysisRunReconciler.due(SPEC, run, clock.instant());
    List<TakenMeasurement> taken = measuring.take("run", due).orElseThrow();
    return AnalysisRunReconciler.reconcile(SPEC, run, taken, clock.instant()).run();
  }

  private static MetricResult result(AnalysisRunState run, String metric) {
    return Objects.requireNonNull(run.result(metric));
  }

  private static Measurement last(AnalysisRunState run, String metric) {
    return Objects.requireNonNull(result(run, metric).last());
  }

  private static MetricSpec metric(String name) {
    return new MetricSpec(name, "", "", Limits.NONE, "", "", new ProviderSpec.Missing());
  }

  /** A source that has nothing in flight. */
  private abstract static class Source implements MetricProvider {
    @Override
    public Reading resume(MetricSpec metric, Measurement inFlight) {
      return new Reading.Failure("nothing is in flight");
    }

    @Override
    public Reading terminate(MetricSpec metric, Measurement inFlight) {
      return new Reading.Failure("nothing is in flight");
    }

    @Override
    public Map<String, String> describe(MetricSpec metric) {
      return Map.of();
    }
  }

  /** Takes two seconds, then it is good. */
  private static final class Job implements MetricProvider {
    private final List<String> asked = new ArrayList<>();

    @Override
    public Reading measure(MetricSpec metric) {
      return new Reading.Failure("a job needs a name");
    }

    @Override
    public Reading measure(MetricSpec metric, String name) {
      asked.add("begin " + name);
      return new Reading.InFlight(START.plusSeconds(2), Map.of("job-name", name));
    }

    @Override
    public Reading resume(MetricSpec metric, Measurement inFlight) {
      asked.add("resume " + metric.name());
      return new Reading.Verdict(AnalysisPhase.SUCCESSFUL, "", inFlight.metadata());
    }

    @Override
    public Reading terminate(MetricSpec metric, Measurement inFlight) {
      asked.add("terminate " + metric.name());
      return new Reading.Verdict(AnalysisPhase.INCONCLUSIVE, "", inFlight.metadata());
    }

    @Override
    public Map<String, String> describe(MetricSpec metric) {
      return Map.of();
    }
  }

  /** Waiting without checked exceptions. */
  private static final class Waiting {
    static void at(CyclicBarrier barrier) {
      try {
        barrier.await(10, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new AssertionError("the other source was not asked meanwhile", e);
      }
    }

    static void until(CountDownLatch latch) {
      try {
        if (!latch.await(10, TimeUnit.SECONDS)) {
          throw new AssertionError("never answered");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
