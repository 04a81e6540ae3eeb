package com.alexandrite.mes.workorder;

import com.alexandrite.kit.messaging.Delivery;
import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.OrderClosed;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderProgress.Move;
import com.alexandrite.messages.OrderState;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What CRM did: approved orders become work orders, closed ones are finished here too. */
@Component
class FollowingOrder {

  private final WorkOrderTable workOrders;
  private final WorkOrderLife life;

  FollowingOrder(WorkOrderTable workOrders, WorkOrderLife life) {
    this.workOrders = workOrders;
    this.life = life;
  }

  @Bean
  static Subscription mesOrderEvents(FollowingOrder following) {
    return Subscription.inTransaction(
        "mes.order-events",
        EventType.EXCHANGE,
        List.of(EventType.MANUFACTURING_APPROVED.key(), EventType.ORDER_CLOSED.key()),
        following::hear);
  }

  Outcome hear(Delivery delivery) {
    return switch (EventType.ofKey(delivery.type()).orElse(null)) {
      case MANUFACTURING_APPROVED -> enter(delivery.as(ManufacturingApproved.class));
      case ORDER_CLOSED -> close(delivery.as(OrderClosed.class).facts());
      case null, default -> new Outcome.Hopeless("unknown event " + delivery.type());
    };
  }

  private Outcome enter(ManufacturingApproved approved) {
    if (workOrders.insert(approved)) {
      var progress =
          new OrderProgress(OrderState.MANUFACTURING_APPROVED, approved.facts().version());
      life.enter(
          approved.facts().orderId(),
          progress,
          cause(EventType.MANUFACTURING_APPROVED, approved.facts()));
    }
    return Outcome.done();
  }

  private Outcome close(EventFacts closed) {
    Optional<WorkOrder> known = workOrders.find(closed.orderId());
    if (known.isEmpty()) {
      return new Outcome.Later("no work order " + closed.orderId() + " yet");
    }
    return switch (known.get().progress().follow(OrderState.CLOSED, closed.version())) {
      case Move.Apply apply ->
          life.write(known.get(), apply.progress(), cause(EventType.ORDER_CLOSED, closed))
              ? Outcome.done()
              : new Outcome.Later("the work order was changed at the same moment");
      case Move.AlreadyKnown _ -> Outcome.done();
      case Move.Gap gap ->
          new Outcome.Later("step " + gap.expected() + " is missing before " + gap.heard());
      case Move.Illegal illegal ->
          new Outcome.Hopeless(illegal.from() + " can't become " + illegal.to());
    };
  }

  private static TimelineTable.Cause cause(EventType type, EventFacts facts) {
    return new TimelineTable.Cause(facts.actor(), type.key(), null, facts.eventId());
  }
}
