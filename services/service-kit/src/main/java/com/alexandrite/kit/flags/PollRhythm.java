package com.alexandrite.kit.flags;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** When the source is asked next: after about a pause, not at the same moment everywhere. */
final class PollRhythm {

  private final Duration pause;
  private final Semaphore wake = new Semaphore(0);

  PollRhythm(Duration pause) {
    this.pause = pause;
  }

  /** Makes the next one due. */
  void wake() {
    wake.release();
  }

  void awaitNext() throws InterruptedException {
    double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
    if (wake.tryAcquire((long) (pause.toMillis() * jitter), MILLISECONDS)) {
      wake.drainPermits();
    }
  }
}
