package com.alexandrite.crm.order;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.orderlife.Cause;
import com.alexandrite.orderlife.OrderEvents;
import com.alexandrite.orderlife.OrderLife;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What others did: Shop brings priced orders, MES makes and ships them. */
@Component
class FollowingOrder {

  private static final List<EventType> HEARD =
      List.of(
          EventType.ORDER_PRICED,
          EventType.MANUFACTURING_STARTED,
          EventType.MANUFACTURING_COMPLETED,
          EventType.ORDER_PACKAGED,
          EventType.ORDER_SHIPPED);

  private final OrderTable orders;
  private final OrderLife<Order> life;
  private final Flags flags;
  private final FlagContexts contexts;

  FollowingOrder(OrderTable orders, OrderLife<Order> life, Flags flags, FlagContexts contexts) {
    this.orders = orders;
    this.life = life;
    this.flags = flags;
    this.contexts = contexts;
  }

  @Bean
  static Subscription crmOrderEvents(FollowingOrder following) {
    return OrderEvents.heardBy(following::hear, "crm.order-events", HEARD);
  }

  Outcome hear(OrderEvent event) {
    return event instanceof OrderPriced priced ? enter(priced) : follow(event);
  }

  private Outcome enter(OrderPriced priced) {
    Duration promise = Duration.ofDays(promisedDays(priced));
    if (orders.insert(priced, priced.facts().occurredAt().plus(promise))) {
      Order entered = orders.find(priced.facts().orderId()).orElseThrow();
      life.begin(entered, Cause.of(priced));
    }
    return Outcome.done();
  }

  /** What the customer was promised, or else what the workshop promises at the moment. */
  private long promisedDays(OrderPriced priced) {
    Integer promised = priced.promisedDays();
    EvaluationContext order =
        contexts.process().with(Unit.ORDER, priced.facts().orderId().toString());
    return promised == null ? flags.value(Features.PROMISE_DAYS, order).longValue() : promised;
  }

  private Outcome follow(OrderEvent event) {
    UUID id = event.facts().orderId();
    return orders
        .find(id)
        .map(known -> follow(known, event))
        .orElseGet(() -> new Outcome.Later("no order " + id + " yet"));
  }

  private Outcome follow(Order order, OrderEvent event) {
    Outcome outcome = life.follow(order, event);
    if (outcome instanceof Outcome.Done && event instanceof OrderShipped shipped) {
      orders.noteTracking(order.id(), shipped.parcel());
    }
    return outcome;
  }
}
