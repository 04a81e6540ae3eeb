package com.alexandrite.kit.messaging;

/** Names of the AMQP headers that the kit writes and reads. */
public final class Headers {

  /** Aggregate that the fact is about. */
  public static final String AGGREGATE = "alexandrite-aggregate";

  /** Trace id of the cause. */
  public static final String TRACE = "alexandrite-trace";

  /**
   * How many times a consumer has tried; counted by the kit, because the broker's own count ends
   * with a queue.
   */
  public static final String ATTEMPTS = "alexandrite-attempts";

  /** Why the last try did not succeed. */
  public static final String REASON = "alexandrite-reason";

  private Headers() {}
}
