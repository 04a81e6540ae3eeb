package com.alexandrite.rollouts.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Soon, and after each failure later: 1, 2, 4 … milliseconds up to 10 seconds. As in Argo's work
 * queue nothing that happens meanwhile brings the next try forward, and it counts as a failure.
 */
final class Retries {

  private static final Duration FIRST = Duration.ofMillis(1);
  private static final Duration LAST = Duration.ofSeconds(10);
  private static final int DOUBLINGS = 14;

  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Instant> tries = new HashMap<>();

  /** Notes a failure; answers when to try again. */
  Instant failed(String rollout, Instant now) {
    int before = failures.merge(rollout, 1, Integer::sum) - 1;
    Duration wait = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
    Instant again = now.plus(wait.compareTo(LAST) < 0 ? wait : LAST);
    tries.put(rollout, again);
    return again;
  }

  /** The next try, if it is still to come; null if nothing is waited for. */
  @Nullable Instant next(String rollout, Instant now) {
    Instant next = tries.get(rollout);
    return next != null && next.isAfter(now) ? next : null;
  }

  /** Something happened before the next try. */
  void happened(String rollout) {
    failures.merge(rollout, 1, Integer::sum);
  }

  void succeeded(String rollout) {
    failures.remove(rollout);
    tries.remove(rollout);
  }
}
