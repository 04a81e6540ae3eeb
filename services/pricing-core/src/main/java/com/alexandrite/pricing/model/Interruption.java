package com.alexandrite.pricing.model;

import java.util.concurrent.CancellationException;

/**
 * Lets a caller with a time limit end a measurement between two steps, by interrupting its thread.
 */
final class Interruption {

  private Interruption() {}

  /**
   * Goes on, or ends the measurement.
   *
   * @throws CancellationException if the thread was interrupted
   */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("measuring was interrupted");
    }
  }
}
