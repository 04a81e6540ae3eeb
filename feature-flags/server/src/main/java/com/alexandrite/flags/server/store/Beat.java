package com.alexandrite.flags.server.store;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again on a thread of its own, and at once when it is woken. */
public final class Beat implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Beat.class);

  private final String name;
  private final Duration every;
  private final Work work;
  private final Runnable end;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /** What is done; a failure is logged and repeated with the next beat. */
  @FunctionalInterface
  public interface Work {
    /** Does it once. */
    void run() throws Exception;
  }

  /** Begins with {@link #start}. */
  public Beat(String name, Duration every, Work work) {
    this(name, every, work, () -> {});
  }

  /** The same; {@code end} is done when it has stopped. */
  public Beat(String name, Duration every, Work work, Runnable end) {
    this.name = name;
    this.every = every;
    this.work = work;
    this.end = end;
  }

  /** The next beat comes now. */
  public void wake() {
    wakes.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name(name).start(this::untilStopped);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    Thread stopping = thread;
    try {
      if (stopping != null) {
        stopping.join(Duration.ofSeconds(5));
      }
      end.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void untilStopped() {
    boolean failing = false;
    while (running) {
      failing = !once(failing);
      try {
        if (wakes.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      }
    }
  }

  /** Tells of a lasting failure once, not with every beat. */
  private boolean once(boolean failing) {
    try {
      work.run();
      return true;
    } catch (Exception e) {
      if (!failing) {
        log.warn("{} fails and is tried again: {}", name, e.toString());
      }
      log.debug("{} failed", name, e);
      return false;
    }
  }
}
