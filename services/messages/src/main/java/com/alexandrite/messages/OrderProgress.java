package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/**
 * Where an order stands: its state and the number of transitions that led there.
 *
 * <p>The version is one sequence over all services, because an order has one owner at a time. So a
 * service that only follows an order can tell a repeated event from a missing one by comparing
 * versions.
 *
 * @param version number of transitions since {@link OrderState#INITIATED}, which is 0
 */
public record OrderProgress(OrderState state, long version) {

  /** Refuses a negative version. */
  public OrderProgress {
    requireNonNull(state, "state is null");
    if (version < 0) {
      throw new IllegalArgumentException("version is negative: " + version);
    }
  }

  /** Returns the progress of an order that has just begun. */
  public static OrderProgress begun() {
    return new OrderProgress(OrderState.INITIATED, 0);
  }

  /** What an owner's wish to move the order leads to. */
  public Move advanceTo(OrderState wanted) {
    return state.mayBecome(wanted)
        ? new Move.Apply(new OrderProgress(wanted, version + 1))
        : new Move.Illegal(state, wanted);
  }

  /**
   * What a follower does on hearing that the order's owner moved it to {@code reached} as
   * transition {@code at}.
   */
  public Move follow(OrderState reached, long at) {
    if (at <= version) {
      return new Move.AlreadyKnown();
    }
    return at == version + 1 ? advanceTo(reached) : new Move.Gap(version + 1, at);
  }

  /** The answer to a wish or to a heard event; refusals are values. */
  public sealed interface Move {

    /** Legal: write {@code progress}, provided that nobody wrote in between. */
    record Apply(OrderProgress progress) implements Move {}

    /** The event tells something that is already written. */
    record AlreadyKnown() implements Move {}

    /** An event between is missing: wait for {@code expected}, as {@code heard} came first. */
    record Gap(long expected, long heard) implements Move {}

    /** No order goes this way. */
    record Illegal(OrderState from, OrderState to) implements Move {}
  }
}
