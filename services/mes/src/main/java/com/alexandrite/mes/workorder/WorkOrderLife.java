package com.alexandrite.mes.workorder;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderState;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The only place where a work order changes its state: compare and set, one line of history, word
 * to open pages.
 */
@Component
class WorkOrderLife {

  private final WorkOrderTable workOrders;
  private final TimelineTable timeline;
  private final LiveFeed live;

  WorkOrderLife(WorkOrderTable workOrders, TimelineTable timeline, LiveFeed live) {
    this.workOrders = workOrders;
    this.timeline = timeline;
    this.live = live;
  }

  /**
   * Moves a work order as its owner.
   *
   * @throws ProblemException if it may not go there, or somebody else moved it meanwhile (409)
   */
  OrderProgress advance(WorkOrder workOrder, OrderState wanted, TimelineTable.Cause cause) {
    if (!(workOrder.progress().advanceTo(wanted) instanceof Move.Apply apply)) {
      throw ProblemException.conflict(
          "illegal-transition",
          "Work order %s is %s and can't become %s."
              .formatted(workOrder.number(), workOrder.state(), wanted),
          "Look at its present state, or take the next one.");
    }
    if (!write(workOrder, apply.progress(), cause)) {
      throw ProblemException.conflict(
          "overtaken",
          "Somebody else was faster with work order %s.".formatted(workOrder.number()),
          "Take the next one.");
    }
    return apply.progress();
  }

  /** Writes a step that is known to be legal; false if somebody was faster. */
  boolean write(WorkOrder workOrder, OrderProgress next, TimelineTable.Cause cause) {
    if (!workOrders.move(workOrder, next)) {
      return false;
    }
    enter(workOrder.orderId(), next, cause);
    return true;
  }

  /** Enters a step in the history and tells open pages. */
  void enter(UUID order, OrderProgress reached, TimelineTable.Cause cause) {
    timeline.add(order, reached, cause);
    live.changed(Topics.workOrder(order));
    live.changed(Topics.ALL);
  }
}
