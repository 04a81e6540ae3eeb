package com.alexandrite.pricing.request;

import com.alexandrite.kit.flags.FlagJobs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts and times pricing jobs: what a release of the workers is judged by. The names say nothing
 * of pricing: the templates of an analysis and the console read those of any worker.
 */
class JobFigures {

  private static final String JOB = "job";

  private final MeterRegistry registry;
  private final Timer seconds;
  private final FlagJobs byFlag;
  private final Map<Outcome, Counter> counts = new EnumMap<>(Outcome.class);

  JobFigures(MeterRegistry registry) {
    this.registry = registry;
    this.seconds =
        Timer.builder(JOB)
            .description("From the delivery of a message to its written answer")
            .register(registry);
    this.byFlag = new FlagJobs(registry);
    // All from the start, so that a rate over them is never empty.
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, counter(outcome));
    }
  }

  /** How a job ended. */
  enum Outcome {
    /** With a price. */
    PRICED,
    /** With a reason why there is none. */
    REFUSED,
    /** It was answered before. */
    DUPLICATE,
    /** It could not be answered now. */
    LATER
  }

  Job begin() {
    return new Job(Timer.start(registry), byFlag.begin());
  }

  /** One job that runs. */
  final class Job implements AutoCloseable {

    private final Timer.Sample sample;
    private final FlagJobs.Job byFlag;

    private Job(Timer.Sample sample, FlagJobs.Job byFlag) {
      this.sample = sample;
      this.byFlag = byFlag;
    }

    void end(Outcome outcome) {
      counter(outcome).increment();
      if (outcome != Outcome.DUPLICATE) {
        sample.stop(seconds);
        byFlag.end(fared(outcome));
      }
    }

    @Override
    public void close() {
      byFlag.close();
    }
  }

  /** A duplicate counts as no job of its own: it is over at once, whatever its flags. */
  private static FlagJobs.Outcome fared(Outcome outcome) {
    return switch (outcome) {
      case PRICED, DUPLICATE -> FlagJobs.Outcome.SUCCESS;
      case REFUSED -> FlagJobs.Outcome.CLIENT_ERROR;
      case LATER -> FlagJobs.Outcome.SERVER_ERROR;
    };
  }

  private Counter counter(Outcome outcome) {
    return Counter.builder(JOB)
        .description("Jobs by outcome")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}
