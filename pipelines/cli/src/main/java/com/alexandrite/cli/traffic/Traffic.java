package com.alexandrite.cli.traffic;

import com.alexandrite.cli.site.Site;
import com.alexandrite.cli.traffic.TrafficReport.SiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Plays customers, and the staff who work on their orders, for a bounded time, and says each second
 * in {@code status.json} what they saw.
 */
public final class Traffic {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_VISITORS = 400;
  private static final int MOST_STAFF = 40;

  /**
   * So many requests come from the staff of each site for each of the customers': enough to judge a
   * version by, and about as many as the orders need.
   */
  private static final double STAFF_SHARE = 0.15;

  private static final long REPORT_EVERY_MS = 1000;

  private final TrafficFolder folder;
  private final double rate;
  private final Duration duration;
  private final InstantSource clock;
  private final Observations customers = new Observations();
  private final Map<String, Observations> staff =
      Map.of("crm", new Observations(), "mes", new Observations());
  private final OrdersInWork orders = new OrdersInWork();
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * @param folder for {@code status.json} and {@code accepted-orders.jsonl}
   * @param rate HTTP requests per second, over all customers together
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
   * @param password of the demo accounts
   * @throws IOException when the folder cannot be written
   */
  public void play(int edgePort, String password) throws IOException, InterruptedException {
    Instant startedAt = clock.instant();
    try (AcceptedOrders accepted = folder.startAcceptedOrders(clock, customers, orders);
        ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor()) {
      Site shop = Site.behindEdge("shop", edgePort, PATIENCE);
      Crowd crowd =
          crowd(
              visitors,
              MOST_VISITORS,
              customers,
              shop,
              browsers -> new Visits(browsers, RandomGenerator.getDefault(), password, accepted));
      List<ScheduledFuture<?>> ticks = new ArrayList<>();
      ticks.add(ticking(beat, crowd, rate));
      staffAtWork(visitors, edgePort, password)
          .forEach(site -> ticks.add(ticking(beat, site, rate * STAFF_SHARE)));
      reportEachSecond(startedAt, crowd.pace());
      ticks.forEach(tick -> tick.cancel(true));
      visitors.shutdownNow();
      folder.write(report(false, startedAt, crowd.pace()));
    }
  }

  private List<Crowd> staffAtWork(ExecutorService threads, int edgePort, String password) {
    Site crm = Site.behindEdge("crm", edgePort, PATIENCE);
    Site mes = Site.behindEdge("mes", edgePort, PATIENCE);
    return List.of(
        crowd(
            threads,
            MOST_STAFF,
            seen("crm"),
            crm,
            browsers -> Staff.sellers(browsers, password, orders)),
        crowd(
            threads,
            MOST_STAFF,
            seen("mes"),
            mes,
            browsers -> Staff.operators(browsers, password, orders)));
  }

  private Observations seen(String service) {
    return Objects.requireNonNull(staff.get(service), service);
  }

  private Crowd crowd(
      ExecutorService threads,
      int most,
      Observations observations,
      Site site,
      Function<Function<Session, Browser>, Crowd.Visitor> visitor) {
    return new Crowd(
        threads,
        clock,
        most,
        observations,
        pace -> visitor.apply(session -> new Browser(site, pace, observations, clock, session)));
  }

  /** Ends the play early; {@link #play} then writes its last report and returns. */
  public void stop() {
    stop.countDown();
  }

  private static ScheduledFuture<?> ticking(
      ScheduledExecutorService beat, Crowd crowd, double perSecond) {
    long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
    return beat.scheduleAtFixedRate(crowd.pace()::tick, 0, nanos, TimeUnit.NANOSECONDS);
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
    Map<String, SiteReport> byService = new TreeMap<>();
    staff.forEach((service, seen) -> byService.put(service, seen.site()));
    return customers.report(running, rate, startedAt, clock.instant(), pace.skipped(), byService);
  }
}
