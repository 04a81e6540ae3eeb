package com.alexandrite.crm.order;

import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.OrderClosed;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a seller decides: an order may be made, and an order is finished. */
@Service
public class ApprovingOrder {

  private final SellerOrders orders;
  private final OrderLife life;
  private final Outbox outbox;
  private final InstantSource clock;

  ApprovingOrder(SellerOrders orders, OrderLife life, Outbox outbox, InstantSource clock) {
    this.orders = orders;
    this.life = life;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Lets MES make the order.
   *
   * @throws com.alexandrite.kit.problem.ProblemException if it does not wait for approval (409), or
   *     is unknown (404)
   */
  @Transactional
  public Order approve(UUID id, String seller) {
    Order order = orders.of(id);
    return decide(
        order,
        OrderState.MANUFACTURING_APPROVED,
        seller,
        "approved",
        facts -> approval(order, facts));
  }

  /**
   * Closes a delivered order.
   *
   * @throws com.alexandrite.kit.problem.ProblemException if it was not shipped (409), or is unknown
   *     (404)
   */
  @Transactional
  public Order close(UUID id, String seller) {
    return decide(orders.of(id), OrderState.CLOSED, seller, "closed", OrderClosed::new);
  }

  private Order decide(
      Order order,
      OrderState wanted,
      String seller,
      String what,
      Function<EventFacts, OrderEvent> fact) {
    UUID id = UUID.randomUUID();
    OrderProgress reached =
        life.advance(order, wanted, new TimelineTable.Cause(seller, what, null, id));
    OrderEvent event =
        fact.apply(new EventFacts(id, order.id(), reached.version(), clock.instant(), seller));
    outbox.append(new OutboxMessage(id, order.id(), EventType.EXCHANGE, event.type().key(), event));
    return orders.of(order.id());
  }

  private static ManufacturingApproved approval(Order order, EventFacts facts) {
    return new ManufacturingApproved(
        facts,
        order.number(),
        order.model(),
        order.material(),
        order.quantity(),
        order.quote().geometry(),
        order.dueAt());
  }
}
