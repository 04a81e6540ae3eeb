package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/**
 * The parcel was handed to a carrier.
 *
 * @param carrier name of the carrier
 * @param trackingCode what the customer follows the parcel by
 */
public record OrderShipped(EventFacts facts, String carrier, String trackingCode)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public OrderShipped {
    requireNonNull(facts, "facts is null");
    requireNonNull(carrier, "carrier is null");
    requireNonNull(trackingCode, "trackingCode is null");
  }

  /** Returns carrier and code in one line, for people. */
  public String parcel() {
    return carrier + " " + trackingCode;
  }
}
