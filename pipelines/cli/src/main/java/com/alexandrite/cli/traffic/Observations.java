package com.alexandrite.cli.traffic;

import com.alexandrite.cli.traffic.TrafficReport.SiteReport;
import com.alexandrite.cli.traffic.TrafficReport.VersionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the visitors of a site saw, by the version that answered. Safe for many threads. */
final class Observations {
  /** The version of an answer that no service gave: a connection error, or the edge's own 503. */
  static final String NO_VERSION = "none";

  private static final int MOST_KINDS_OF_FAILURE = 100;

  private static final class Arm {
    final LongAdder requests = new LongAdder();
    final LongAdder failures = new LongAdder();
    final Latencies latencies = new Latencies();

    VersionReport report() {
      return new VersionReport(
          requests.sum(),
          failures.sum(),
          latencies.percentileMs(0.50),
          latencies.percentileMs(0.95),
          latencies.percentileMs(0.99));
    }
  }

  private final Map<String, Arm> arms = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> failuresByAnswer = new ConcurrentHashMap<>();
  private final LongAdder visits = new LongAdder();
  private final LongAdder acceptedOrders = new LongAdder();

  void succeeded(String version, Duration latency) {
    count(version, latency);
  }

  /**
   * @param what request and answer in short, such as {@code POST /api/orders 500}
   */
  void failed(String version, Duration latency, String what) {
    count(version, latency).failures.increment();
    if (failuresByAnswer.size() < MOST_KINDS_OF_FAILURE || failuresByAnswer.containsKey(what)) {
      failuresByAnswer.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }
  }

  void visited() {
    visits.increment();
  }

  void orderAccepted() {
    acceptedOrders.increment();
  }

  /**
   * What customers saw.
   *
   * @param staff what the staff saw, by their site
   */
  TrafficReport report(
      boolean running,
      double rate,
      Instant startedAt,
      Instant now,
      long skipped,
      Map<String, SiteReport> staff) {
    SiteReport shop = site();
    return new TrafficReport(
        running,
        rate,
        startedAt,
        now,
        Duration.between(startedAt, now).toMillis() / 1000.0,
        shop.requests(),
        shop.failures(),
        skipped,
        visits.sum(),
        acceptedOrders.sum(),
        shop.byVersion(),
        shop.failuresByAnswer(),
        staff);
  }

  /** What was seen at this site. */
  SiteReport site() {
    Map<String, VersionReport> byVersion = new TreeMap<>();
    arms.forEach((version, arm) -> byVersion.put(version, arm.report()));
    Map<String, Long> failureCounts = new TreeMap<>();
    failuresByAnswer.forEach((what, times) -> failureCounts.put(what, times.sum()));
    return new SiteReport(
        byVersion.values().stream().mapToLong(VersionReport::requests).sum(),
        byVersion.values().stream().mapToLong(VersionReport::failures).sum(),
        byVersion,
        failureCounts);
  }

  private Arm count(String version, Duration latency) {
    Arm arm = arms.computeIfAbsent(version, _ -> new Arm());
    arm.requests.increment();
    arm.latencies.record(latency);
    return arm;
  }
}
