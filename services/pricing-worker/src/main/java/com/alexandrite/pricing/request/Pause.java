package com.alexandrite.pricing.request;

import java.io.IOException;
import java.time.Duration;

/** The delay of a drill. */
final class Pause {

  private Pause() {}

  /**
   * Waits; nothing for zero.
   *
   * @throws IOException when this worker stops meanwhile: the request comes again
   */
  static void millis(double millis) throws IOException {
    try {
      Thread.sleep(Duration.ofMillis((long) millis));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the worker stops", stopping);
    }
  }
}
