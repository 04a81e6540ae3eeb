package com.alexandrite.mes.workorder;

import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ManufacturingCompleted;
import com.alexandrite.messages.ManufacturingStarted;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPackaged;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderShipped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do: take the next piece of work, make it, pack it, ship it. */
@Service
public class Operating {

  private static final String CARRIER = "Alexandrite Express";

  private final WorkOrders workOrders;
  private final WorkOrderTable table;
  private final WorkOrderLife life;
  private final Outbox outbox;
  private final InstantSource clock;

  Operating(
      WorkOrders workOrders,
      WorkOrderTable table,
      WorkOrderLife life,
      Outbox outbox,
      InstantSource clock) {
    this.workOrders = workOrders;
    this.table = table;
    this.life = life;
    this.outbox = outbox;
    this.clock = clock;
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
    UUID event = UUID.randomUUID();
    String code = operation == Operation.SHIP ? trackingCode(workOrder, event) : null;
    String note = code == null ? null : CARRIER + " " + code;
    OrderProgress reached =
        life.advance(
            workOrder,
            operation.target(),
            new TimelineTable.Cause(operator, operation.word(), note, event));
    noteMore(workOrder, operation, operator, note);
    var facts =
        new EventFacts(event, workOrder.orderId(), reached.version(), clock.instant(), operator);
    send(fact(operation, facts, code));
    return workOrders.of(workOrder.orderId());
  }

  private void noteMore(
      WorkOrder workOrder, Operation operation, String operator, @Nullable String tracking) {
    if (operation == Operation.TAKE) {
      table.noteOperator(workOrder.orderId(), operator);
    }
    if (tracking != null) {
      table.noteTracking(workOrder.orderId(), tracking);
    }
  }

  private static OrderEvent fact(Operation operation, EventFacts facts, @Nullable String code) {
    return switch (operation) {
      case TAKE -> new ManufacturingStarted(facts);
      case COMPLETE -> new ManufacturingCompleted(facts);
      case PACK -> new OrderPackaged(facts);
      case SHIP -> new OrderShipped(facts, CARRIER, code == null ? "" : code);
    };
  }

  private void send(OrderEvent event) {
    EventFacts facts = event.facts();
    outbox.append(
        new OutboxMessage(
            facts.eventId(), facts.orderId(), EventType.EXCHANGE, event.type().key(), event));
  }

  private static String trackingCode(WorkOrder workOrder, UUID event) {
    return workOrder.number().replace("-", "")
        + "-"
        + event.toString().substring(0, 4).toUpperCase(Locale.ROOT);
  }
}
