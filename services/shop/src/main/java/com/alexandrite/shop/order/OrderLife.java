package com.alexandrite.shop.order;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderState;
import org.springframework.stereotype.Component;

/**
 * The only place where an order changes its state: compare and set, one line in the timeline, word
 * to open pages.
 */
@Component
class OrderLife {

  private final OrderTable orders;
  private final TimelineTable timeline;
  private final LiveFeed live;

  OrderLife(OrderTable orders, TimelineTable timeline, LiveFeed live) {
    this.orders = orders;
    this.timeline = timeline;
    this.live = live;
  }

  /**
   * Moves an order as its owner.
   *
   * @throws ProblemException if it may not go there, or somebody else moved it meanwhile (409)
   */
  OrderProgress advance(
      Order order, OrderProgress seen, OrderState wanted, TimelineTable.Cause cause) {
    if (!(seen.advanceTo(wanted) instanceof Move.Apply apply)) {
      throw illegal(order, wanted);
    }
    if (!write(order, seen, apply.progress(), cause)) {
      throw overtaken(order);
    }
    return apply.progress();
  }

  /** Writes a step that is known to be legal; false if somebody was faster. */
  boolean write(Order order, OrderProgress seen, OrderProgress next, TimelineTable.Cause cause) {
    if (!orders.move(order.id(), seen, next)) {
      return false;
    }
    timeline.add(order.id(), next, cause);
    tell(order);
    return true;
  }

  /** Tells open pages that something about the order changed. */
  void tell(Order order) {
    live.changed(Topics.order(order.id()));
    live.changed(Topics.customer(order.customer()));
  }

  private static ProblemException illegal(Order order, OrderState wanted) {
    return ProblemException.conflict(
        "illegal-transition",
        "Order %s is %s and can't become %s.".formatted(order.number(), order.state(), wanted),
        "Look at the order's present state.");
  }

  private static ProblemException overtaken(Order order) {
    return ProblemException.conflict(
        "overtaken",
        "Order %s was changed by somebody else at the same moment.".formatted(order.number()),
        "Look at the order's present state and decide again.");
  }
}
