package com.alexandrite.cli.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;

/**
 * The open-loop pace: {@link #tick()} is called at the wanted rate, and each tick lets exactly one
 * request out. It goes to the visitor who has waited longest; when nobody waits, a new visitor
 * arrives. A slow Shop therefore gets as many requests as a fast one, as from real customers, only
 * from more of them.
 */
final class Pace {
  private record Turn(Instant readyAt, long number, CountDownLatch released) {}

  private final InstantSource clock;
  private final int mostVisitors;
  private final Runnable arrival;
  private final PriorityQueue<Turn> waiting =
      new PriorityQueue<>(Comparator.comparing(Turn::readyAt).thenComparingLong(Turn::number));
  private long turns;
  private int visitors;
  private long skipped;

  /**
   * @param mostVisitors bound on visitors in the Shop at one time
   * @param arrival starts one visitor, who makes a first request at once and calls {@link #left()}
   *     at the end
   */
  Pace(InstantSource clock, int mostVisitors, Runnable arrival) {
    this.clock = clock;
    this.mostVisitors = mostVisitors;
    this.arrival = arrival;
  }

  /** Lets one request out. */
  void tick() {
    if (!releaseWaiting() && admit()) {
      arrival.run();
    }
  }

  /**
   * Waits until this visitor may make the next request.
   *
   * @param thinking how long the visitor looks at the page before wanting it
   */
  void awaitTurn(Duration thinking) throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    synchronized (this) {
      waiting.add(new Turn(clock.instant().plus(thinking), turns++, released));
    }
    released.await();
  }

  /** A visitor has left the Shop. */
  synchronized void left() {
    visitors--;
  }

  /** Requests that were not made because too many visitors were still waiting for answers. */
  synchronized long skipped() {
    return skipped;
  }

  private synchronized boolean releaseWaiting() {
    Turn next = waiting.peek();
    if (next == null || next.readyAt().isAfter(clock.instant())) {
      return false;
    }
    waiting.remove();
    next.released().countDown();
    return true;
  }

  private synchronized boolean admit() {
    if (visitors >= mostVisitors) {
      skipped++;
      return false;
    }
    visitors++;
    return true;
  }
}
