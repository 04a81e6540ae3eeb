package com.alexandrite.shop.order;

import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.PriceCalculated;
import com.alexandrite.messages.PricingFailed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final OrderLife life;

  FollowingOrder(OrderTable orders, OrderLife life) {
    this.orders = orders;
    this.life = life;
  }

  @Bean
  static Subscription shopOrderEvents(FollowingOrder following) {
    return Subscription.inTransaction(
        "shop.order-events",
        EventType.EXCHANGE,
        HEARD.stream().map(EventType::key).toList(),
        following::hear);
  }

  Outcome hear(Delivery delivery) {
    Optional<EventType> type = EventType.ofKey(delivery.type());
    if (type.isEmpty()) {
      return new Outcome.Hopeless("unknown event " + delivery.type());
    }
    OrderEvent event = delivery.as(type.get().recordType());
    Optional<Order> order = orders.find(event.facts().orderId());
    return order.isEmpty()
        ? new Outcome.Hopeless("no order " + event.facts().orderId())
        : apply(order.get(), event);
  }

  private Outcome apply(Order order, OrderEvent event) {
    return switch (event) {
      case PriceCalculated calculated -> price(order, calculated);
      case PricingFailed failed -> fail(order, failed);
      default -> event.reached().map(state -> follow(order, event, state)).orElseGet(Outcome::done);
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
    boolean awaited = failed.requestId().equals(order.priceRequest());
    if (!awaited
        || !(order.progress().advanceTo(OrderState.PRICING_FAILED) instanceof Move.Apply apply)) {
      log.info("Order {}: a failure for an earlier model is dropped", order.number());
      return Outcome.done();
    }
    orders.noteFailure(order.id(), new Order.Failure(failed.reason(), failed.detail()));
    return written(order, apply, cause(failed, failed.reason()));
  }

  private Outcome follow(Order order, OrderEvent event, OrderState reached) {
    return switch (order.progress().follow(reached, event.facts().version())) {
      case Move.Apply apply -> written(order, apply, cause(event, note(event)));
      case Move.AlreadyKnown _ -> Outcome.done();
      case Move.Gap gap ->
          new Outcome.Later("step " + gap.expected() + " is missing before " + gap.heard());
      case Move.Illegal illegal ->
          new Outcome.Hopeless(illegal.from() + " can't become " + illegal.to());
    };
  }

  private Outcome written(Order order, Move.Apply apply, TimelineTable.Cause cause) {
    return life.write(order, order.progress(), apply.progress(), cause)
        ? Outcome.done()
        : new Outcome.Later("the order was changed at the same moment");
  }

  private static TimelineTable.Cause cause(OrderEvent event, @Nullable String note) {
    return new TimelineTable.Cause(
        event.facts().actor(), event.type().key(), note, event.facts().eventId());
  }

  private static @Nullable String note(OrderEvent event) {
    return event instanceof OrderShipped shipped
        ? shipped.carrier() + " " + shipped.trackingCode()
        : null;
  }
}
