package com.alexandrite.mes.workorder;

import com.alexandrite.kit.messaging.Outcome;
import com.alexandrite.kit.messaging.Subscription;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.OrderEvent;
import com.alexandrite.orderlife.Cause;
import com.alexandrite.orderlife.OrderEvents;
import com.alexandrite.orderlife.OrderLife;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What CRM did: approved orders become work orders, closed ones are finished here too. */
@Component
class FollowingOrder {

  private static final List<EventType> HEARD =
      List.of(EventType.MANUFACTURING_APPROVED, EventType.ORDER_CLOSED);

  private final WorkOrderTable workOrders;
  private final OrderLife<WorkOrder> life;

  FollowingOrder(WorkOrderTable workOrders, OrderLife<WorkOrder> life) {
    this.workOrders = workOrders;
    this.life = life;
  }

  @Bean
  static Subscription mesOrderEvents(FollowingOrder following) {
    return OrderEvents.heardBy(following::hear, "mes.order-events", HEARD);
  }

  Outcome hear(OrderEvent event) {
    return event instanceof ManufacturingApproved approved ? enter(approved) : follow(event);
  }

  private Outcome enter(ManufacturingApproved approved) {
    if (workOrders.insert(approved)) {
      WorkOrder entered = workOrders.find(approved.facts().orderId()).orElseThrow();
      life.begin(entered, Cause.of(approved));
    }
    return Outcome.done();
  }

  private Outcome follow(OrderEvent event) {
    UUID id = event.facts().orderId();
    return workOrders
        .find(id)
        .map(known -> life.follow(known, event))
        .orElseGet(() -> new Outcome.Later("no work order " + id + " yet"));
  }
}
