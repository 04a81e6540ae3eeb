package com.alexandrite.kit.messaging;

import java.util.List;

/**
 * What a service wants to hear; a bean of this type is all that it takes, the kit declares the
 * queues and consumes.
 *
 * @param queue name of the queue, such as {@code shop.order-events}; its retry and parking queues
 *     are named after it
 * @param exchange topic exchange that is bound
 * @param routingKeys facts that are bound
 * @param mode who keeps the effect single
 * @param consumers deliveries handled at the same time; 1 keeps the order of the queue
 */
public record Subscription(
    String queue,
    String exchange,
    List<String> routingKeys,
    Mode mode,
    int consumers,
    Handler handler) {

  /** Copies the keys. */
  public Subscription {
    routingKeys = List.copyOf(routingKeys);
    if (consumers < 1) {
      throw new IllegalArgumentException("consumers must be at least 1: " + consumers);
    }
  }

  /**
   * One consumer whose handler runs in a transaction together with the inbox entry: one effect, in
   * order.
   */
  public static Subscription inTransaction(
      String queue, String exchange, List<String> routingKeys, Handler handler) {
    return new Subscription(queue, exchange, routingKeys, Mode.IN_TRANSACTION, 1, handler);
  }

  /**
   * Handlers for long work: no transaction runs, and the handler itself asks the {@link Inbox} when
   * it writes.
   */
  public static Subscription longRunning(
      String queue, String exchange, List<String> routingKeys, int consumers, Handler handler) {
    return new Subscription(queue, exchange, routingKeys, Mode.LONG_RUNNING, consumers, handler);
  }

  /** Who keeps the effect single. */
  public enum Mode {
    /**
     * The kit: inbox entry and effect in one transaction, rolled back unless the outcome is Done.
     */
    IN_TRANSACTION,
    /** The handler. */
    LONG_RUNNING
  }

  /** A service's reaction to a fact. */
  @FunctionalInterface
  public interface Handler {

    /** Handles one delivery; an exception is a try that failed. */
    Outcome handle(Delivery delivery) throws Exception;
  }
}
