package com.alexandrite.orderlife;

import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.OrderEvent;
import java.util.List;
import java.util.function.Function;

/** Events about orders on their way out and in. */
public final class OrderEvents {

  private OrderEvents() {}

  /** Returns an event as the outbox takes it. */
  public static OutboxMessage message(OrderEvent event) {
    return new OutboxMessage(
        event.facts().eventId(),
        event.facts().orderId(),
        EventType.EXCHANGE,
        event.type().key(),
        event);
  }

  /** Hears events one after another, each in a transaction, from the service's own queue. */
  public static Subscription heardBy(
      Function<OrderEvent, Outcome> listener, String queue, List<EventType> heard) {
    return Subscription.inTransaction(
        queue,
        EventType.EXCHANGE,
        heard.stream().map(EventType::key).toList(),
        delivery -> hear(delivery, listener));
  }

  private static Outcome hear(Delivery delivery, Function<OrderEvent, Outcome> listener) {
    return EventType.ofKey(delivery.type())
        .map(type -> listener.apply(delivery.as(type.recordType())))
        .orElseGet(() -> new Outcome.Hopeless("unknown event " + delivery.type()));
  }
}
