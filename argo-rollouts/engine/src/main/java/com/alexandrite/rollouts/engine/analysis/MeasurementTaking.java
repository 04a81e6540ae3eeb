package com.alexandrite.rollouts.engine.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one measurement with a provider and judges its value. */
final class MeasurementTaking {

  private static final Logger LOG = LoggerFactory.getLogger(MeasurementTaking.class);

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final MetricProvider provider;
  private final InstantSource clock;
  private final Conditions conditions = new Conditions();

  MeasurementTaking(MetricProvider provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Makes it; blocks as long as the provider does.
   *
   * @param run names the run for ever
   */
  TakenMeasurement take(String run, MetricTask task) {
    Measurement inFlight = task.inFlight();
    Instant started = inFlight == null ? now(task.metric()) : inFlight.startedAt();
    Reading reading = reading(run, task);
    return new TakenMeasurement(
        task,
        judged(task, reading, started, now(task.metric())),
        reading instanceof Reading.Value value && value.saysNothing(),
        provider.describe(task.metric()));
  }

  /**
   * The time as it is stored: Argo's API keeps whole seconds, and the next measurement is counted
   * from there. What is measured more often than that keeps its exact times.
   */
  private Instant now(MetricSpec metric) {
    Instant now = clock.instant();
    boolean often =
        metric.interval().length().filter(it -> it.compareTo(ONE_SECOND) < 0).isPresent();
    return often ? now : now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A source that is broken in a way nobody thought of is an error of this measurement alone. */
  private Reading reading(String run, MetricTask task) {
    Measurement inFlight = task.inFlight();
    try {
      if (inFlight == null) {
        return provider.measure(
            task.metric(), run + "." + task.metric().name() + "." + task.number());
      }
      return task.terminate()
          ? provider.terminate(task.metric(), inFlight)
          : provider.resume(task.metric(), inFlight);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("metric", task.metric().name())
          .setCause(e)
          .log("a metric provider is broken");
      return new Reading.Failure("the metric provider is broken: " + e);
    }
  }

  private Measurement judged(MetricTask task, Reading reading, Instant started, Instant finished) {
    return switch (reading) {
      case Reading.Failure(String message) -> Measurement.error(message, started, finished);
      case Reading.Verdict(AnalysisPhase phase, String message, Map<String, String> metadata) ->
          Measurement.finished(phase, message, "", started, finished).withMetadata(metadata);
      case Reading.InFlight(Instant resumeAt, Map<String, String> metadata) ->
          new Measurement(AnalysisPhase.RUNNING, "", "", started, null, resumeAt, metadata);
      case Reading.Value(Object value, String text, Map<String, String> metadata) -> {
        Verdicts.Verdict verdict = Verdicts.judge(task.metric(), value, finished, conditions::of);
        if (verdict.phase() == AnalysisPhase.ERROR) {
          yield Measurement.finished(verdict.phase(), verdict.message(), "", started, finished);
        }
        yield Measurement.finished(verdict.phase(), verdict.message(), text, started, finished)
            .withMetadata(metadata);
      }
    };
  }
}
