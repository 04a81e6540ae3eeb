package com.alexandrite.shop.order;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Making a piece faster than usual, for a surcharge on the total. */
@Service
public class ExpressDelivery {

  private final Flags flags;
  private final FlagContexts contexts;
  private final JsonMapper json;

  ExpressDelivery(Flags flags, FlagContexts contexts, JsonMapper json) {
    this.flags = flags;
    this.contexts = contexts;
    this.json = json;
  }

  /** Terms of express making as the flag's variants write them; no surcharge means no offer. */
  record Terms(int days, BigDecimal surchargePercent) {}

  /**
   * What express making of one quote means.
   *
   * @param days until it leaves the house
   * @param quote the quote with the surcharge as its last line; its id is the same
   */
  public record Offer(int days, Quote quote) {}

  /** The offer to whoever asks now; empty when there is none. */
  public Optional<Offer> offerOf(Quote quote) {
    String value = flags.value(Features.EXPRESS_DELIVERY, contexts.current());
    Terms terms = json.readValue(value, Terms.class);
    return terms.surchargePercent().signum() > 0
        ? Optional.of(new Offer(terms.days(), withSurcharge(quote, terms)))
        : Optional.empty();
  }

  /**
   * The offer that a customer chose.
   *
   * @throws ProblemException if there is none (any more)
   */
  Offer chosen(Quote quote) {
    return offerOf(quote)
        .orElseThrow(() ->
            ProblemException.conflict(
                "express-not-offered",
                "Express making is not offered at the moment. The order is kept as it was.",
                "Look at the order and decide again."));
  }

  private static Quote withSurcharge(Quote quote, Terms terms) {
    Money total = quote.total();
    BigDecimal surcharge =
        total
            .amount()
            .multiply(terms.surchargePercent().movePointLeft(2))
            .setScale(2, RoundingMode.HALF_UP);
    Money amount = new Money(surcharge, total.currency());
    List<QuoteLine> lines = new ArrayList<>(quote.lines());
    lines.add(
        new QuoteLine(
            "express",
            "Express making in " + terms.days() + " days",
            BigDecimal.ONE,
            "order",
            amount,
            amount));
    return new Quote(
        quote.quoteId(),
        lines,
        total.plus(amount),
        quote.geometry(),
        quote.rateTableVersion(),
        quote.algorithmVersion(),
        quote.expiresAt());
  }
}
