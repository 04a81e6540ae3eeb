package com.alexandrite.shop.order;

import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.EventFacts;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderPriced;
import com.alexandrite.messages.OrderState;
import com.alexandrite.messages.Quote;
import com.alexandrite.orderlife.Cause;
import com.alexandrite.orderlife.OrderLife;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer accepts a quote: from here on the order is owed, and must never be lost. */
@Service
public class PlacingOrder {

  private final OrderTable orders;
  private final OrderLife<Order> life;
  private final ExpressDelivery express;
  private final InstantSource clock;

  PlacingOrder(
      OrderTable orders, OrderLife<Order> life, ExpressDelivery express, InstantSource clock) {
    this.orders = orders;
    this.life = life;
    this.express = express;
    this.clock = clock;
  }

  /**
   * Places the order at the price of one quote. A second call with the same quote changes nothing
   * and succeeds, so a client that heard no answer simply asks again.
   *
   * @param seen the order as the customer saw it; it is judged as it is now
   * @param wantsExpress whether the customer chose express making, at its surcharge
   * @throws ProblemException if the quote is not the present one or has expired
   */
  @Transactional
  public Order place(Order seen, UUID quoteId, boolean wantsExpress) {
    Order order = orders.lock(seen.id());
    if (order.acceptedQuote().filter(quote -> quote.quoteId().equals(quoteId)).isPresent()) {
      return order;
    }
    Quote quote = acceptable(order, quoteId);
    ExpressDelivery.Offer chosen = wantsExpress ? express.chosen(quote) : null;
    life.advance(order, OrderState.SUBMITTED, Cause.act(order.customer(), "placed"));
    Order submitted = orders.find(order.id()).orElseThrow();
    life.decide(
        submitted,
        order.customer(),
        "quote " + quoteId,
        facts ->
            chosen == null
                ? priced(submitted, quote, null, facts)
                : priced(submitted, chosen.quote(), chosen.days(), facts));
    if (chosen != null) {
      orders.noteAgreed(order.id(), chosen.quote());
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

  private static OrderPriced priced(
      Order order, Quote quote, @Nullable Integer promisedDays, EventFacts facts) {
    ModelFile model = order.model();
    if (model == null) {
      throw new IllegalStateException("a quote without a model: " + order.id());
    }
    return new OrderPriced(
        facts,
        order.number(),
        order.customer(),
        model,
        order.wish().material(),
        order.wish().quantity(),
        quote,
        promisedDays);
  }
}
