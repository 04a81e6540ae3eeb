package com.alexandrite.messages;

import java.util.Optional;

/**
 * An event about one order: a fact in the past tense, named on the wire by its {@link EventType}.
 */
public sealed interface OrderEvent
    permits ManufacturingApproved,
        ManufacturingCompleted,
        ManufacturingStarted,
        OrderClosed,
        OrderPackaged,
        OrderPriced,
        OrderShipped,
        PriceCalculated,
        PriceRequested,
        PricingFailed {

  /** Returns who, when, and which order. */
  EventFacts facts();

  /** Returns the event's name on the wire, which is its routing key too. */
  default EventType type() {
    return switch (this) {
      case PriceRequested _ -> EventType.PRICE_REQUESTED;
      case PriceCalculated _ -> EventType.PRICE_CALCULATED;
      case PricingFailed _ -> EventType.PRICING_FAILED;
      case OrderPriced _ -> EventType.ORDER_PRICED;
      case ManufacturingApproved _ -> EventType.MANUFACTURING_APPROVED;
      case ManufacturingStarted _ -> EventType.MANUFACTURING_STARTED;
      case ManufacturingCompleted _ -> EventType.MANUFACTURING_COMPLETED;
      case OrderPackaged _ -> EventType.ORDER_PACKAGED;
      case OrderShipped _ -> EventType.ORDER_SHIPPED;
      case OrderClosed _ -> EventType.ORDER_CLOSED;
    };
  }

  /** Returns the state that the order's owner moved it to; empty for what is not a transition. */
  default Optional<OrderState> reached() {
    return switch (this) {
      case PriceRequested _ -> Optional.of(OrderState.FILE_UPLOADED);
      case PriceCalculated _, PricingFailed _ -> Optional.empty();
      case OrderPriced _ -> Optional.of(OrderState.PRICE_CALCULATED);
      case ManufacturingApproved _ -> Optional.of(OrderState.MANUFACTURING_APPROVED);
      case ManufacturingStarted _ -> Optional.of(OrderState.MANUFACTURING_STARTED);
      case ManufacturingCompleted _ -> Optional.of(OrderState.MANUFACTURING_COMPLETED);
      case OrderPackaged _ -> Optional.of(OrderState.PACKAGING);
      case OrderShipped _ -> Optional.of(OrderState.SHIPPED);
      case OrderClosed _ -> Optional.of(OrderState.CLOSED);
    };
  }
}
