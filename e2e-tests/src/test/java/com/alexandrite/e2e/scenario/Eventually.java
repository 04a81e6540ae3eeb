package com.alexandrite.e2e.scenario;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is so: facts travel between the services as events. */
public final class Eventually {
  private static final long BETWEEN_LOOKS_MS = 200;

  private Eventually() {}

  /**
   * Looks until the predicate holds, and gives what was seen then.
   *
   * @param what is waited for, for the failure's message
   * @param within longest wait
   * @throws AssertionError with what was last seen
   */
  public static <T> T see(String what, Duration within, Supplier<T> look, Predicate<T> wanted) {
    long end = System.nanoTime() + within.toNanos();
    T seen = look.get();
    while (!wanted.test(seen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "not within " + within.toSeconds() + " s: " + what + "; last seen: " + seen);
      }
      waitBetweenLooks();
      seen = look.get();
    }
    return seen;
  }

  private static void waitBetweenLooks() {
    try {
      boolean _ = new CountDownLatch(1).await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking", e);
    }
  }
}
