package com.alexandrite.cli.traffic;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** The visitors of a site: each arrival becomes one visit on a thread of its own. */
final class Crowd {
  private final ExecutorService threads;
  private final Observations observations;
  private final Pace pace;
  private final Visitor visitor;

  /** Somebody who comes, does something, and goes. */
  @FunctionalInterface
  interface Visitor {
    /** One visit from arrival to leaving. */
    void visit() throws InterruptedException;
  }

  /**
   * @param most bound on visitors at one time
   * @param visitor what they do, at the given pace
   */
  Crowd(
      ExecutorService threads,
      InstantSource clock,
      int most,
      Observations observations,
      Function<Pace, Visitor> visitor) {
    this.threads = threads;
    this.observations = observations;
    this.pace = new Pace(clock, most, this::arrive);
    this.visitor = visitor.apply(pace);
  }

  Pace pace() {
    return pace;
  }

  private void arrive() {
    try {
      threads.execute(this::visit);
    } catch (RejectedExecutionException _) {
      // The site is being closed for visitors.
      pace.left();
    }
  }

  private void visit() {
    observations.visited();
    try {
      visitor.visit();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      pace.left();
    }
  }
}
