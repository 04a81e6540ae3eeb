package com.alexandrite.preview.life;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that goes over all previews again and again: a pass, and more rarely a look for what
 * belongs to nobody and at how flags differ. A part that breaks is repeated in the next round.
 */
final class PreviewRounds implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PreviewRounds.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(20);
  private static final Duration FLAGS_EVERY = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final PreviewLoop loop;
  private final OrphanSweep sweep;
  private final PreviewBuild build;
  private final FlagComparison flags;
  private final InstantSource clock;
  private final Duration beat;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("previews").daemon().unstarted(this::run);
  private volatile boolean running = true;

  /** With the longest time between two passes. */
  PreviewRounds(
      PreviewLoop loop,
      OrphanSweep sweep,
      PreviewBuild build,
      FlagComparison flags,
      InstantSource clock,
      Duration beat) {
    this.loop = loop;
    this.sweep = sweep;
    this.build = build;
    this.flags = flags;
    this.clock = clock;
    this.beat = beat;
  }

  void start() {
    thread.start();
  }

  /** Something has changed: the next pass is due now. */
  void wake() {
    wakes.release();
  }

  /** Ends after the round that goes on. */
  @Override
  public void close() {
    running = false;
    wake();
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Instant swept = Instant.EPOCH;
    Instant compared = Instant.EPOCH;
    try {
      killStrayBuilds();
      while (running) {
        safely("pass", loop::pass);
        Instant now = clock.instant();
        if (!swept.plus(SWEEP_EVERY).isAfter(now)) {
          safely("sweep", sweep::run);
          swept = now;
        }
        if (!compared.plus(FLAGS_EVERY).isAfter(now)) {
          safely("flags", flags::compare);
          compared = now;
        }
        if (wakes.tryAcquire(beat.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A part of a round. */
  private interface Part {
    void run() throws InterruptedException;
  }

  private static void safely(String what, Part part) throws InterruptedException {
    try {
      part.run();
    } catch (RuntimeException e) {
      log.error("The {} over the previews broke and is repeated", what, e);
    }
  }

  private void killStrayBuilds() {
    try {
      int ended = build.killStray();
      if (ended > 0) {
        log.info("ended {} processes of builds that an earlier console left", ended);
      }
    } catch (IOException e) {
      log.warn("builds that an earlier console left can't be looked for", e);
    }
  }
}
