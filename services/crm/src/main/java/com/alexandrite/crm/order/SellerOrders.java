package com.alexandrite.crm.order;

import com.alexandrite.kit.page.Page;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.OrderState;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a seller may see. */
@Service
public class SellerOrders {

  /** What a program gets at once. */
  private static final int LIMIT = 200;

  private final OrderTable orders;
  private final OrderLife<Order> life;

  SellerOrders(OrderTable orders, OrderLife<Order> life) {
    this.orders = orders;
    this.life = life;
  }

  /**
   * Returns an order.
   *
   * @throws ProblemException if CRM knows no such order (404)
   */
  public Order of(UUID id) {
    return orders
        .find(id)
        .orElseThrow(
            () -> ProblemException.notFound("order-unknown", "CRM knows no order " + id + "."));
  }

  /**
   * Returns the two hundred most urgent orders in a state; of all that are not closed without one.
   */
  public List<Order> mostUrgent(@Nullable OrderState state) {
    return orders.list(state, LIMIT, 0);
  }

  /** Returns one page of the same, from 1. */
  public Page<Order> page(@Nullable OrderState state, int number) {
    return orders.page(state, number);
  }

  /** Returns the steps of an order, oldest first. */
  public List<Step> timelineOf(Order order) {
    return life.stepsOf(order);
  }
}
