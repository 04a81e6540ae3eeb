package com.alexandrite.rollouts.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Soon, and after each failure later: 1, 2, 4 … milliseconds up to 10 seconds, as Argo's work
 * queue.
 */
final class Retries {

  private static final Duration FIRST = Duration.ofMillis(1);
  private static final Duration LAST = Duration.ofSeconds(10);
  private static final int DOUBLINGS = 14;

  private final Map<String, Integer> failures = new HashMap<>();

  /** Notes a failure; answers when to try again. */
  Instant failed(String rollout, Instant now) {
    int before = failures.merge(rollout, 1, Integer::sum) - 1;
    Duration wait = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
    return now.plus(wait.compareTo(LAST) < 0 ? wait : LAST);
  }

  void succeeded(String rollout) {
    failures.remove(rollout);
  }
}
