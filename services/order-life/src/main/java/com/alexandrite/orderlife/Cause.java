package com.alexandrite.orderlife;

import com.alexandrite.messages.OrderEvent;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderShipped;
import com.alexandrite.messages.PriceRequested;
import com.alexandrite.messages.PricingFailed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who or what made a step.
 *
 * @param what the act, or the key of the event
 * @param note what else is worth knowing, such as a tracking code
 * @param eventId the event that tells it; null when none does
 */
public record Cause(String actor, String what, @Nullable String note, @Nullable UUID eventId) {

  /** An act that no event tells. */
  public static Cause act(String actor, String what) {
    return new Cause(actor, what, null, null);
  }

  /** An event that was heard. */
  public static Cause of(OrderEvent event) {
    return of(event, event.type().key());
  }

  /** An act that an event tells. */
  static Cause of(OrderEvent event, String act) {
    return new Cause(event.facts().actor(), act, note(event), event.facts().eventId());
  }

  private static @Nullable String note(OrderEvent event) {
    return switch (event) {
      case PriceRequested requested -> requested.model().fileName();
      case PricingFailed failed -> failed.reason();
      case OrderPriced priced when priced.promisedDays() != null ->
          "express, " + priced.promisedDays() + " days";
      case OrderShipped shipped -> shipped.parcel();
      default -> null;
    };
  }
}
