package com.alexandrite.shop.order;

import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.EventType;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer accepts a quote: from here on the order is owed, and must never be lost. */
@Service
public class PlacingOrder {

  private final OrderTable orders;
  private final OrderLife life;
  private final ExpressDelivery express;
  private final Outbox outbox;
  private final InstantSource clock;

  PlacingOrder(
      OrderTable orders,
      OrderLife life,
      ExpressDelivery express,
      Outbox outbox,
      InstantSource clock) {
    this.orders = orders;
    this.life = life;
    this.express = express;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Places the order at the price of one quote. A second call with the same quote changes nothing
   * and succeeds, so a client that heard no answer simply asks again.
   *
   * @param wantsExpress whether the customer chose express making, at its surcharge
   * @throws ProblemException if the quote is not the present one, has expired, or somebody was
   *     faster
   */
  @Transactional
  public Order place(Order order, UUID quoteId, boolean wantsExpress) {
    if (order.acceptedQuote().filter(quote -> quote.quoteId().equals(quoteId)).isPresent()) {
      return order;
    }
    Quote quote = acceptable(order, quoteId);
    ExpressDelivery.Offer chosen = wantsExpress ? express.chosen(quote) : null;
    OrderProgress submitted =
        life.advance(
            order,
            order.progress(),
            OrderState.SUBMITTED,
            TimelineTable.Cause.act(order.customer(), "placed"));
    UUID event = UUID.randomUUID();
    OrderProgress priced =
        life.advance(
            order,
            submitted,
            OrderState.PRICE_CALCULATED,
            new TimelineTable.Cause("pricing-worker", "quote " + quoteId, note(chosen), event));
    if (chosen == null) {
      tellCrm(order, priced, quote, null, event);
    } else {
      orders.noteAgreed(order.id(), chosen.quote());
      tellCrm(order, priced, chosen.quote(), chosen.days(), event);
    }
    return orders.find(order.id()).orElseThrow();
  }

  private Quote acceptable(Order order, UUID quoteId) {
    Quote quote = order.quote();
    if (order.state() != OrderState.FILE_UPLOADED || quote == null) {
      throw ProblemException.conflict(
          "nothing-to-place",
          "Order %s is %s and has no open quote.".formatted(order.number(), order.state()),
          "Wait for the price, or look at the order.");
    }
    if (!quote.quoteId().equals(quoteId)) {
      throw ProblemException.conflict(
          "quote-replaced",
          "This price is not the present one.",
          "Look at the present price and decide again.");
    }
    if (!order.mayBePlaced(clock.instant())) {
      throw ProblemException.conflict(
          "quote-expired",
          "The price was valid until " + quote.expiresAt() + ".",
          "Send the model again.");
    }
    return quote;
  }

  private static @Nullable String note(ExpressDelivery.@Nullable Offer chosen) {
    return chosen == null ? null : "express, " + chosen.days() + " days";
  }

  private void tellCrm(
      Order order, OrderProgress priced, Quote quote, @Nullable Integer days, UUID event) {
    ModelFile model = order.model();
    if (model == null) {
      throw new IllegalStateException("a quote without a model: " + order.id());
    }
    var facts =
        new EventFacts(event, order.id(), priced.version(), clock.instant(), order.customer());
    var fact =
        new OrderPriced(
            facts,
            order.number(),
            order.customer(),
            model,
            order.wish().material(),
            order.wish().quantity(),
            quote,
            days);
    outbox.append(
        new OutboxMessage(event, order.id(), EventType.EXCHANGE, fact.type().key(), fact));
  }
}
