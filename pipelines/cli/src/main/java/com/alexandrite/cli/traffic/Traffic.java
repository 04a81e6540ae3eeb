package com.alexandrite.cli.traffic;

import com.alexandrite.cli.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Plays customers for a bounded time, and says each second in {@code status.json} what they saw.
 */
public final class Traffic {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_VISITORS = 400;
  private static final long REPORT_EVERY_MS = 1000;

  private final TrafficFolder folder;
  private final double rate;
  private final Duration duration;
  private final InstantSource clock;
  private final Observations observations = new Observations();
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * @param folder for {@code status.json} and {@code accepted-orders.jsonl}
   * @param rate HTTP requests per second, over all visitors together
   * @param duration until it ends by itself
   */
  public Traffic(Path folder, double rate, Duration duration, InstantSource clock) {
    this.folder = new TrafficFolder(folder);
    this.rate = rate;
    this.duration = duration;
    this.clock = clock;
  }

  /**
   * Plays until the time is over or {@link #stop()} is called.
   *
   * @param password of the demo customers
   * @throws IOException when the folder cannot be written
   */
  public void play(int edgePort, String password) throws IOException, InterruptedException {
    Site shop = Site.behindEdge("shop", edgePort, PATIENCE);
    Instant startedAt = clock.instant();
    try (AcceptedOrders accepted = folder.startAcceptedOrders(clock, observations);
        ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor()) {
      Crowd crowd =
          new Crowd(
              visitors,
              clock,
              MOST_VISITORS,
              observations,
              pace -> visits(shop, pace, password, accepted));
      Pace pace = crowd.pace();
      ScheduledFuture<?> ticks =
          beat.scheduleAtFixedRate(pace::tick, 0, nanosBetweenRequests(), TimeUnit.NANOSECONDS);
      reportEachSecond(startedAt, pace);
      ticks.cancel(true);
      visitors.shutdownNow();
      folder.write(report(false, startedAt, pace));
    }
  }

  /** Ends the play early; {@link #play} then writes its last report and returns. */
  public void stop() {
    stop.countDown();
  }

  private Visits visits(Site shop, Pace pace, String password, AcceptedOrders accepted) {
    return new Visits(
        session -> new Browser(shop, pace, observations, clock, session),
        RandomGenerator.getDefault(),
        password,
        accepted);
  }

  private long nanosBetweenRequests() {
    return Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
  }

  private void reportEachSecond(Instant startedAt, Pace pace)
      throws IOException, InterruptedException {
    Instant end = startedAt.plus(duration);
    Duration left = duration;
    while (left.isPositive()) {
      folder.write(report(true, startedAt, pace));
      if (stop.await(Math.min(REPORT_EVERY_MS, left.toMillis()), TimeUnit.MILLISECONDS)) {
        return;
      }
      left = Duration.between(clock.instant(), end);
    }
  }

  private TrafficReport report(boolean running, Instant startedAt, Pace pace) {
    return observations.report(running, rate, startedAt, clock.instant(), pace.skipped());
  }
}
