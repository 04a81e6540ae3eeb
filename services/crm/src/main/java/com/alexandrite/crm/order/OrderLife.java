package com.alexandrite.crm.order;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderState;
import java.util.UUID;
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
  OrderProgress advance(Order order, OrderState wanted, TimelineTable.Cause cause) {
    if (!(order.progress().advanceTo(wanted) instanceof Move.Apply apply)) {
      throw ProblemException.conflict(
          "illegal-transition",
          "Order %s is %s and can't become %s.".formatted(order.number(), order.state(), wanted),
          "Look at the order's present state.");
    }
    if (!write(order, apply.progress(), cause)) {
      throw ProblemException.conflict(
          "overtaken",
          "Order %s was changed by somebody else at the same moment.".formatted(order.number()),
          "Look at the order's present state and decide again.");
    }
    return apply.progress();
  }

  /** Writes a step that is known to be legal; false if somebody was faster. */
  boolean write(Order order, OrderProgress next, TimelineTable.Cause cause) {
    if (!orders.move(order.id(), order.progress(), next)) {
      return false;
    }
    enter(order.id(), next, cause);
    return true;
  }

  /** Enters a step in the timeline and tells open pages. */
  void enter(UUID order, OrderProgress reached, TimelineTable.Cause cause) {
    timeline.add(order, reached, cause);
    live.changed(Topics.order(order));
    live.changed(Topics.ALL);
  }
}
