package com.alexandrite.cli.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Two pieces of work at the same time. */
final class Together {

  /** Work without a result. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private Together() {}

  /** Does both; when one fails, its failure is told once the other has ended, too. */
  static <T> T both(Work first, Callable<T> second) throws Exception {
    var result = new AtomicReference<@Nullable T>();
    all(List.of(first, () -> result.set(second.call())));
    return Objects.requireNonNull(result.get());
  }

  /** Does all; when some fail, one failure is told once all have ended. */
  static void all(List<Work> works) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Work work : works) {
        running.add(threads.submit(() -> doWork(work)));
      }
    }
    for (Future<?> future : running) {
      if (future.state() == Future.State.FAILED) {
        throw future.exceptionNow() instanceof Exception failure
            ? failure
            : new IllegalStateException(future.exceptionNow());
      }
    }
  }

  private static Object doWork(Work work) throws Exception {
    work.run();
    return "done";
  }
}
