package com.alexandrite.shop.order;

import com.alexandrite.kit.page.Page;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.Step;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a customer may see: the own orders and nothing else. */
@Service
public class CustomerOrders {

  /** What a program gets at once. */
  private static final int LIMIT = 100;

  private final OrderTable orders;
  private final OrderLife<Order> life;

  CustomerOrders(OrderTable orders, OrderLife<Order> life) {
    this.orders = orders;
    this.life = life;
  }

  /**
   * Returns an order of the customer.
   *
   * @throws ProblemException if the customer has no such order (404)
   */
  public Order of(String customer, UUID id) {
    return orders
        .find(id, customer)
        .orElseThrow(
            () -> ProblemException.notFound("order-unknown", "You have no order " + id + "."));
  }

  /** Returns the newest hundred orders of the customer. */
  public List<Order> newestOf(String customer) {
    return orders.newestOf(customer, LIMIT, 0);
  }

  /** Returns one page of the customer's orders, from 1, the newest first. */
  public Page<Order> pageOf(String customer, int number) {
    return orders.pageOf(customer, number);
  }

  /** Returns the steps of an order, oldest first. */
  public List<Step> timelineOf(Order order) {
    return life.stepsOf(order);
  }
}
