package com.alexandrite.pricing.request;

import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.RefusalReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures so that one file can neither take the process nor stop the others: few at a time, each
 * on a thread of its own, with an end.
 */
class BoundedMeasuring {

  private static final Logger log = LoggerFactory.getLogger(BoundedMeasuring.class);

  private final Measure measure;
  private final Semaphore places;
  private final Duration limit;

  /** Measures one file; {@link MeasuringModel} but in tests. */
  @FunctionalInterface
  interface Measure {
    MeasuredModel of(Path file) throws IOException;
  }

  BoundedMeasuring(Measure measure, int threads, Duration limit) {
    this.measure = measure;
    this.places = new Semaphore(threads, true);
    this.limit = limit;
  }

  /**
   * The measurement, or why there is none for this file.
   *
   * @throws IOException if the file can't be read, or this worker stops
   */
  MeasuredModel measure(Path file) throws IOException {
    try {
      places.acquire();
      try {
        return waitFor(start(() -> measure.of(file)));
      } finally {
        places.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the worker stops", stopping);
    }
  }

  private static FutureTask<MeasuredModel> start(Callable<MeasuredModel> work) {
    FutureTask<MeasuredModel> task = new FutureTask<>(work);
    // A platform thread: measuring computes, and would hold a carrier of the virtual ones.
    Thread.ofPlatform().name("measuring").daemon().start(task);
    return task;
  }

  private MeasuredModel waitFor(FutureTask<MeasuredModel> task)
      throws IOException, InterruptedException {
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
      return new MeasuredModel.Unusable(
          MeasuredModel.TOO_COMPLEX,
          "Measuring this model took longer than " + limit.toSeconds() + " seconds.");
    } catch (ExecutionException failed) {
      return unusable(failed.getCause());
    }
  }

  private static MeasuredModel unusable(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException unreadable) {
      throw unreadable;
    }
    log.error("A model broke the measuring", cause);
    return cause instanceof OutOfMemoryError
        ? new MeasuredModel.Unusable(
            RefusalReason.TOO_LARGE.word(), "The model needs more memory than a worker has.")
        : new MeasuredModel.Unusable(
            MeasuredModel.UNPROCESSABLE, "The model could not be measured.");
  }
}
