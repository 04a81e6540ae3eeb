package com.alexandrite.cli.traffic;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What the played customers have seen so far; the content of {@code traffic/status.json}.
 *
 * @param running false when the traffic has ended and this is its last word
 * @param rate wanted HTTP requests per second, over all visitors
 * @param seconds since the start
 * @param requests answered or failed
 * @param failures requests without an answer, with a 5xx, or with another answer than the visitor
 *     had to expect
 * @param skipped requests not made because too many visitors were waiting for answers
 * @param visits visitors who came
 * @param acceptedOrders orders that the Shop has confirmed; each is a line of {@code
 *     traffic/accepted-orders.jsonl}
 * @param byVersion by the Shop's version that answered; "none" where no version did
 * @param failuresByAnswer how often which request failed how
 * @param byService the same of the staff, who work on what the customers order: {@code crm}, {@code
 *     mes}; their requests are in no other number, as versions are counted for each service apart
 */
public record TrafficReport(
    boolean running,
    double rate,
    Instant startedAt,
    Instant updatedAt,
    double seconds,
    long requests,
    long failures,
    long skipped,
    long visits,
    long acceptedOrders,
    Map<String, VersionReport> byVersion,
    Map<String, Long> failuresByAnswer,
    Map<String, SiteReport> byService) {

  /** A report of an earlier version has no staff. */
  public TrafficReport {
    byService = Objects.requireNonNullElse(byService, Map.of());
  }

  /** What staff saw at their site. */
  public record SiteReport(
      long requests,
      long failures,
      Map<String, VersionReport> byVersion,
      Map<String, Long> failuresByAnswer) {}

  /**
   * One version's part.
   *
   * @param p50Ms latency in milliseconds that half of the answers did not exceed; the others alike
   */
  public record VersionReport(
      long requests, long failures, double p50Ms, double p95Ms, double p99Ms) {}

  /**
   * The same, knowing whether the customers are still about: a killed process cannot say so itself.
   */
  TrafficReport asOf(boolean present) {
    return new TrafficReport(
        running && present,
        rate,
        startedAt,
        updatedAt,
        seconds,
        requests,
        failures,
        skipped,
        visits,
        acceptedOrders,
        byVersion,
        failuresByAnswer,
        byService);
  }
}
