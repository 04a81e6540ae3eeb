package com.alexandrite.mes.workorder;

import com.alexandrite.kit.page.Page;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderState;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an operator may see. */
@Service
public class WorkOrders {

  private final WorkOrderTable workOrders;
  private final OrderLife<WorkOrder> life;

  WorkOrders(WorkOrderTable workOrders, OrderLife<WorkOrder> life) {
    this.workOrders = workOrders;
    this.life = life;
  }

  /**
   * Returns a work order.
   *
   * @throws ProblemException if MES knows no such work order (404)
   */
  public WorkOrder of(UUID id) {
    return workOrders
        .find(id)
        .orElseThrow(() ->
            ProblemException.notFound("work-order-unknown", "MES knows no work order " + id + "."));
  }

  /**
   * Returns the first fifty in a state, the earliest deadline first; those in the queue without
   * one.
   */
  public List<WorkOrder> in(@Nullable OrderState state) {
    return workOrders.in(state == null ? OrderState.MANUFACTURING_APPROVED : state);
  }

  /** Returns one page of what nobody has taken, from 1, the earliest deadline first. */
  public Page<WorkOrder> queue(int page) {
    return workOrders.queue(page);
  }

  /** Returns one page of what is on the benches, from 1; this operator's own come first. */
  public Page<WorkOrder> onBench(String operator, int page) {
    return workOrders.onBench(operator, page);
  }

  /** Returns the steps of a work order, oldest first. */
  public List<Step> timelineOf(WorkOrder workOrder) {
    return life.stepsOf(workOrder);
  }
}
