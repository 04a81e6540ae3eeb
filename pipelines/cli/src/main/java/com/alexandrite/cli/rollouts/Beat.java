package com.alexandrite.cli.rollouts;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pause between two questions to the console; a test's beat takes no time. */
@FunctionalInterface
public interface Beat {
  /** Waits until the next question is due. */
  void await() throws InterruptedException;

  /** A beat of that length. */
  static Beat every(Duration pause) {
    CountDownLatch never = new CountDownLatch(1);
    return () -> {
      boolean _ = never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    };
  }
}
