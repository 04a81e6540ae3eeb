package com.alexandrite.environment.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that can only be looked at again and again, such as a file or a port. */
public final class Waiting {

  private static final long PAUSE_MILLIS = 50;

  private Waiting() {}

  /**
   * Looks every 50 ms.
   *
   * @return whether it came true within the limit
   */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos() || interruptedPause()) {
        return false;
      }
    }
    return true;
  }

  private static boolean interruptedPause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
