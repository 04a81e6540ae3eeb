package com.alexandrite.kit.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Spoils a worker's jobs where a rehearsal has put a fault into its revision, as {@link
 * DrillFilter} spoils requests: within what is measured, so that the fault shows in the figures.
 */
public final class JobDrill {

  /** More than of requests: a queue has fewer jobs than a site has requests. */
  static final double ERROR_SHARE = 0.5;

  private final Drill drill;
  private final DoubleSupplier chance;

  JobDrill(Drill drill, DoubleSupplier chance) {
    this.drill = drill;
    this.chance = chance;
  }

  /** The fault that this process was started with; the normal case is none. */
  public static JobDrill ofThisProcess() {
    return new JobDrill(Drill.of(System.getenv()), () -> ThreadLocalRandom.current().nextDouble());
  }

  /** No fault. */
  public static JobDrill none() {
    return new JobDrill(Drill.OFF, () -> 1);
  }

  /**
   * Lets a job begin, later or not at all.
   *
   * @throws IOException when it is one of those that fail; it may be tried again
   */
  public void spoil() throws IOException {
    if (drill == Drill.ERRORS && chance.getAsDouble() < ERROR_SHARE) {
      throw new IOException("DRILL: this worker fails jobs on purpose");
    }
    if (drill == Drill.LATENCY) {
      delay(DrillFilter.DELAY);
    }
  }

  private static void delay(Duration delay) throws IOException {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the worker stops", stopping);
    }
  }
}
