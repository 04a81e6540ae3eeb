package com.alexandrite.crm.order;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.messages.OrderState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final OrderLife life;
  private final Flags flags;
  private final FlagContexts contexts;

  FollowingOrder(OrderTable orders, OrderLife life, Flags flags, FlagContexts contexts) {
    this.orders = orders;
    this.life = life;
    this.flags = flags;
    this.contexts = contexts;
  }

  @Bean
  static Subscription crmOrderEvents(FollowingOrder following) {
    return Subscription.inTransaction(
        "crm.order-events",
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
    return event instanceof OrderPriced priced ? enter(priced) : follow(event);
  }

  private Outcome enter(OrderPriced priced) {
    Duration promise = Duration.ofDays(promisedDays(priced));
    if (orders.insert(priced, priced.facts().occurredAt().plus(promise))) {
      var progress = new OrderProgress(OrderState.PRICE_CALCULATED, priced.facts().version());
      life.enter(priced.facts().orderId(), progress, cause(priced, null));
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
    Optional<Order> known = orders.find(event.facts().orderId());
    Optional<OrderState> reached = event.reached();
    if (known.isEmpty() || reached.isEmpty()) {
      return new Outcome.Later("no order " + event.facts().orderId() + " yet");
    }
    Order order = known.get();
    return switch (order.progress().follow(reached.get(), event.facts().version())) {
      case Move.Apply apply -> write(order, apply, event);
      case Move.AlreadyKnown _ -> Outcome.done();
      case Move.Gap gap ->
          new Outcome.Later("step " + gap.expected() + " is missing before " + gap.heard());
      case Move.Illegal illegal ->
          new Outcome.Hopeless(illegal.from() + " can't become " + illegal.to());
    };
  }

  private Outcome write(Order order, Move.Apply apply, OrderEvent event) {
    String note =
        event instanceof OrderShipped shipped
            ? shipped.carrier() + " " + shipped.trackingCode()
            : null;
    if (!life.write(order, apply.progress(), cause(event, note))) {
      return new Outcome.Later("the order was changed at the same moment");
    }
    if (note != null) {
      orders.noteTracking(order.id(), note);
    }
    return Outcome.done();
  }

  private static TimelineTable.Cause cause(OrderEvent event, @Nullable String note) {
    return new TimelineTable.Cause(
        event.facts().actor(), event.type().key(), note, event.facts().eventId());
  }
}
