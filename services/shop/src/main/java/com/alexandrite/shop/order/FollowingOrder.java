package com.alexandrite.shop.order;

import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PricingFailed;
import com.alexandrite.orderlife.Cause;
import com.alexandrite.orderlife.OrderEvents;
import com.alexandrite.orderlife.OrderLife;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * What others did with the order: prices come, and each step of CRM and MES is followed in its
 * turn.
 */
@Component
class FollowingOrder {

  private static final Logger log = LoggerFactory.getLogger(FollowingOrder.class);

  private static final List<EventType> HEARD =
      List.of(
          EventType.PRICE_CALCULATED,
          EventType.PRICING_FAILED,
          EventType.MANUFACTURING_APPROVED,
          EventType.MANUFACTURING_STARTED,
          EventType.MANUFACTURING_COMPLETED,
          EventType.ORDER_PACKAGED,
          EventType.ORDER_SHIPPED,
          EventType.ORDER_CLOSED);

  private final OrderTable orders;
  private final OrderLife<Order> life;

  FollowingOrder(OrderTable orders, OrderLife<Order> life) {
    this.orders = orders;
    this.life = life;
  }

  @Bean
  static Subscription shopOrderEvents(FollowingOrder following) {
    return OrderEvents.heardBy(following::hear, "shop.order-events", HEARD);
  }

  Outcome hear(OrderEvent event) {
    UUID id = event.facts().orderId();
    return orders
        .find(id)
        .map(known -> apply(known, event))
        .orElseGet(() -> new Outcome.Hopeless("no order " + id));
  }

  private Outcome apply(Order order, OrderEvent event) {
    return switch (event) {
      case PriceCalculated calculated -> price(order, calculated);
      case PricingFailed failed -> fail(order, failed);
      default -> life.follow(order, event);
    };
  }

  private Outcome price(Order order, PriceCalculated calculated) {
    if (order.state() == OrderState.FILE_UPLOADED
        && orders.noteQuote(order.id(), calculated.requestId(), calculated.quote())) {
      life.tell(order);
    } else {
      log.info("Order {}: a price for an earlier model is dropped", order.number());
    }
    return Outcome.done();
  }

  private Outcome fail(Order order, PricingFailed failed) {
    if (!failed.requestId().equals(order.priceRequest())
        || !order.state().mayBecome(OrderState.PRICING_FAILED)) {
      log.info("Order {}: a failure for an earlier model is dropped", order.number());
      return Outcome.done();
    }
    orders.noteFailure(order.id(), new Order.Failure(failed.reason(), failed.detail()));
    // Overtaken by another model, it throws: the next try finds that the failure is an earlier one.
    life.advance(order, OrderState.PRICING_FAILED, Cause.of(failed));
    return Outcome.done();
  }
}
