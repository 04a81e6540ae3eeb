package com.alexandrite.pricing.request;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Unit;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.PriceRequested;

/** For whom a price is computed, as flags see it: the order, its customer, and his partner. */
final class PriceContexts {

  private PriceContexts() {}

  /** The context of a request, on top of what is known of this process. */
  static EvaluationContext of(PriceRequested request, EvaluationContext process) {
    EventFacts facts = request.facts();
    EvaluationContext order =
        process
            .with(Unit.ORDER, facts.orderId().toString())
            .with(Unit.USER, facts.actor())
            .with("user", facts.actor())
            .with("material", request.material())
            .with("quantity", Integer.toString(request.quantity()));
    String partner = request.partner();
    return partner == null ? order : order.with(Unit.PARTNER, partner).with("partner", partner);
  }
}
