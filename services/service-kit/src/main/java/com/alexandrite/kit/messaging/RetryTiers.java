package com.alexandrite.kit.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a delivery waits before its next try: one queue per tier, because a message's own time
 * to live only counts at the head of its queue.
 */
final class RetryTiers {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** How long a delivery waits that is held on purpose. */
  static final Duration HOLD = TEN_SECONDS;

  /** Enough for a broker or database that comes back within ten minutes. */
  private static final List<Duration> PLAN =
      List.of(
          SECOND,
          SECOND,
          SECOND,
          TEN_SECONDS,
          TEN_SECONDS,
          TEN_SECONDS,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE,
          MINUTE);

  private RetryTiers() {}

  /** Returns the pause after the given try, counted from 1; empty when it was the last. */
  static Optional<Duration> pauseAfter(int attempt) {
    return attempt <= PLAN.size() ? Optional.of(PLAN.get(attempt - 1)) : Optional.empty();
  }

  static List<Duration> all() {
    return PLAN.stream().distinct().toList();
  }

  static String queue(String queue, Duration pause) {
    return queue + ".retry." + pause.toSeconds() + "s";
  }

  static String parking(String queue) {
    return queue + ".parking";
  }
}
