package com.alexandrite.messages;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names of the events on the wire: AMQP message type and routing key in the exchange {@link
 * #EXCHANGE}.
 */
public enum EventType {
  /** See {@link PriceRequested}. */
  PRICE_REQUESTED("price.requested", PriceRequested.class),
  /** See {@link PriceCalculated}. */
  PRICE_CALCULATED("price.calculated", PriceCalculated.class),
  /** See {@link PricingFailed}. */
  PRICING_FAILED("pricing.failed", PricingFailed.class),
  /** See {@link OrderPriced}. */
  ORDER_PRICED("order.priced", OrderPriced.class),
  /** See {@link ManufacturingApproved}. */
  MANUFACTURING_APPROVED("manufacturing.approved", ManufacturingApproved.class),
  /** See {@link ManufacturingStarted}. */
  MANUFACTURING_STARTED("manufacturing.started", ManufacturingStarted.class),
  /** See {@link ManufacturingCompleted}. */
  MANUFACTURING_COMPLETED("manufacturing.completed", ManufacturingCompleted.class),
  /** See {@link OrderPackaged}. */
  ORDER_PACKAGED("order.packaged", OrderPackaged.class),
  /** See {@link OrderShipped}. */
  ORDER_SHIPPED("order.shipped", OrderShipped.class),
  /** See {@link OrderClosed}. */
  ORDER_CLOSED("order.closed", OrderClosed.class);

  /** The topic exchange that carries them all. */
  public static final String EXCHANGE = "alexandrite.orders";

  private static final Map<String, EventType> BY_KEY =
      Arrays.stream(values()).collect(toUnmodifiableMap(EventType::key, Function.identity()));

  private final String key;
  private final Class<? extends OrderEvent> recordType;

  EventType(String key, Class<? extends OrderEvent> recordType) {
    this.key = key;
    this.recordType = recordType;
  }

  /** Finds the event of a routing key; empty for one that this revision does not know. */
  public static Optional<EventType> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** Returns the routing key, such as {@code price.requested}. */
  public String key() {
    return key;
  }

  /** Returns the record that the JSON is read into. */
  public Class<? extends OrderEvent> recordType() {
    return recordType;
  }
}
