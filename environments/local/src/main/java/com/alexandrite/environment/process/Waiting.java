package com.alexandrite.environment.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that can only be looked at again and again, such as a file or a port. */
public final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /**
   * Looks every 50 ms.
   *
   * @return whether it came true within the limit
   */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    return until(condition, limit, PAUSE);
  }

  /**
   * Looks with the given pause between two looks, for what is not free of charge to look at.
   *
   * @return whether it came true within the limit
   */
  public static boolean until(BooleanSupplier condition, Duration limit, Duration pause) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos() || interrupted(pause)) {
        return false;
      }
    }
    return true;
  }

  private static boolean interrupted(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
