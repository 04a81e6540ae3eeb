package com.alexandrite.mes.workorder;

import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.ManufacturingCompleted;
import com.alexandrite.messages.ManufacturingStarted;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPackaged;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.orderlife.OrderLife;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do: take the next piece of work, make it, pack it, ship it. */
@Service
public class Operating {

  private static final String CARRIER = "Alexandrite Express";

  private final WorkOrders workOrders;
  private final WorkOrderTable table;
  private final OrderLife<WorkOrder> life;

  Operating(WorkOrders workOrders, WorkOrderTable table, OrderLife<WorkOrder> life) {
    this.workOrders = workOrders;
    this.table = table;
    this.life = life;
  }

  /**
   * Gives the operator the work order with the earliest deadline; no two operators ever get the
   * same.
   */
  @Transactional
  public Optional<WorkOrder> takeNext(String operator) {
    return table.lockNext().map(next -> perform(next, Operation.TAKE, operator));
  }

  /**
   * Performs one operation on one work order.
   *
   * @throws com.alexandrite.kit.problem.ProblemException if it is not due (409), or the work order
   *     unknown (404)
   */
  @Transactional
  public WorkOrder perform(UUID id, Operation operation, String operator) {
    return perform(workOrders.of(id), operation, operator);
  }

  private WorkOrder perform(WorkOrder workOrder, Operation operation, String operator) {
    OrderEvent event =
        life.decide(
            workOrder, operator, operation.word(), facts -> fact(operation, workOrder, facts));
    if (event instanceof ManufacturingStarted) {
      table.noteOperator(workOrder.id(), operator);
    }
    if (event instanceof OrderShipped shipped) {
      table.noteTracking(workOrder.id(), shipped.parcel());
    }
    return workOrders.of(workOrder.id());
  }

  private static OrderEvent fact(Operation operation, WorkOrder workOrder, EventFacts facts) {
    return switch (operation) {
      case TAKE -> new ManufacturingStarted(facts);
      case COMPLETE -> new ManufacturingCompleted(facts);
      case PACK -> new OrderPackaged(facts);
      case SHIP -> new OrderShipped(facts, CARRIER, trackingCode(workOrder, facts.eventId()));
    };
  }

  private static String trackingCode(WorkOrder workOrder, UUID event) {
    return workOrder.number().replace("-", "")
        + "-"
        + event.toString().substring(0, 4).toUpperCase(Locale.ROOT);
  }
}
