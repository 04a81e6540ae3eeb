package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.IdentityHashMap;

/**
 * Times jobs, which are no requests, by the variants that they were given of growing flags: {@code
 * flag.jobs} by flag, variant and outcome, in the words of {@code flag.requests}.
 */
public final class FlagJobs {

  private final MeterRegistry registry;

  /** Figures in this registry. */
  public FlagJobs(MeterRegistry registry) {
    this.registry = registry;
  }

  /** How a job fared, as a guarded growth compares it. */
  public enum Outcome {
    /** It did what it is for. */
    SUCCESS,
    /** What was asked for was wrong. */
    CLIENT_ERROR,
    /** It failed. */
    SERVER_ERROR
  }

  /** Flags that this thread asks from now on belong to the job, until it is closed. */
  public Job begin() {
    IdentityHashMap<Flag<?>, String> notes = new IdentityHashMap<>();
    GrowingFlags.JOB.set(notes);
    return new Job(notes);
  }

  /** One job that runs on the thread that began it. */
  public final class Job implements AutoCloseable {

    private final IdentityHashMap<Flag<?>, String> notes;
    private final long begin = System.nanoTime();

    private Job(IdentityHashMap<Flag<?>, String> notes) {
      this.notes = notes;
    }

    /** Counts it for each growing flag that it asked. */
    public void end(Outcome outcome) {
      Duration spent = Duration.ofNanos(System.nanoTime() - begin);
      notes.forEach((flag, variant) -> timer(flag, variant, outcome).record(spent));
    }

    /** One that was not ended is not counted. */
    @Override
    public void close() {
      GrowingFlags.JOB.remove();
    }
  }

  private Timer timer(Flag<?> flag, String variant, Outcome outcome) {
    return Timer.builder("flag.jobs")
        .description("Jobs that were given a variant of a flag that is being grown")
        .tag("flag", flag.key())
        .tag("variant", variant)
        .tag("outcome", outcome.name())
        .register(registry);
  }
}
