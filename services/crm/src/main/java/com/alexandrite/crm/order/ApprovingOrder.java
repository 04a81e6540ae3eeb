package com.alexandrite.crm.order;

import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.OrderClosed;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.orderlife.OrderLife;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a seller decides: an order may be made, and an order is finished. */
@Service
public class ApprovingOrder {

  private final SellerOrders orders;
  private final OrderLife<Order> life;

  ApprovingOrder(SellerOrders orders, OrderLife<Order> life) {
    this.orders = orders;
    this.life = life;
  }

  /**
   * Lets MES make the order.
   *
   * @throws com.alexandrite.kit.problem.ProblemException if it does not wait for approval (409), or
   *     is unknown (404)
   */
  @Transactional
  public Order approve(UUID id, String seller) {
    return decide(id, seller, "approved", ApprovingOrder::approval);
  }

  /**
   * Closes a delivered order.
   *
   * @throws com.alexandrite.kit.problem.ProblemException if it was not shipped (409), or is unknown
   *     (404)
   */
  @Transactional
  public Order close(UUID id, String seller) {
    return decide(id, seller, "closed", (_, facts) -> new OrderClosed(facts));
  }

  private Order decide(
      UUID id, String seller, String act, BiFunction<Order, EventFacts, OrderEvent> event) {
    Order order = orders.of(id);
    life.decide(order, seller, act, facts -> event.apply(order, facts));
    return orders.of(id);
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
