package com.alexandrite.cli.traffic;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The played customers' orders on their way through the house: what the staff work on, so that they
 * leave everybody else's orders alone.
 */
final class OrdersInWork {
  /** Whoever waits longer for news of an order leaves it to a person. */
  private static final int MOST_TRIES = 20;

  /** At such a distance the staff will not catch up. */
  private static final int MOST_WAITING = 5_000;

  private record Waiting(String orderId, int tries) {}

  /** Where an order waits for somebody. */
  enum Desk {
    /** For a seller who approves it. */
    APPROVAL,
    /** For an operator who makes it. */
    WORKSHOP,
    /** For a seller who closes it. */
    CLOSING
  }

  /** What somebody does to an order; tells whether it is done. */
  @FunctionalInterface
  interface Step {
    /** Does it. */
    boolean on(String orderId) throws VisitFailed, InterruptedException;
  }

  private final Queue<Waiting> approval = new ConcurrentLinkedQueue<>();
  private final Queue<Waiting> workshop = new ConcurrentLinkedQueue<>();
  private final Queue<Waiting> closing = new ConcurrentLinkedQueue<>();

  /** A customer has ordered. */
  void accepted(String orderId) {
    put(Desk.APPROVAL, new Waiting(orderId, 0));
  }

  /** Takes the next order of a desk, if there is one, and brings it to the desk after. */
  void work(Desk desk, Step step) throws VisitFailed, InterruptedException {
    Waiting next = at(desk).poll();
    if (next == null) {
      return;
    }
    boolean done = false;
    try {
      done = step.on(next.orderId());
    } finally {
      if (done) {
        after(desk).ifPresent(other -> put(other, new Waiting(next.orderId(), 0)));
      } else {
        put(desk, new Waiting(next.orderId(), next.tries() + 1));
      }
    }
  }

  private void put(Desk desk, Waiting order) {
    if (order.tries() < MOST_TRIES && at(desk).size() < MOST_WAITING) {
      at(desk).add(order);
    }
  }

  private Queue<Waiting> at(Desk desk) {
    return switch (desk) {
      case APPROVAL -> approval;
      case WORKSHOP -> workshop;
      case CLOSING -> closing;
    };
  }

  private static Optional<Desk> after(Desk desk) {
    return switch (desk) {
      case APPROVAL -> Optional.of(Desk.WORKSHOP);
      case WORKSHOP -> Optional.of(Desk.CLOSING);
      case CLOSING -> Optional.empty();
    };
  }
}
