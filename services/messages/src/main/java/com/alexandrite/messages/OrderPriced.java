package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

/**
 * A customer accepted a quote: the order has a price and waits for a seller.
 *
 * @param number the number that people say, such as {@code AX-1042}
 * @param customer account name
 * @param quote the accepted offer
 * @param quantity number of pieces
 */
public record OrderPriced(
    EventFacts facts,
    String number,
    String customer,
    ModelFile model,
    String material,
    int quantity,
    Quote quote)
    implements OrderEvent {

  /** Refuses an event with a hole. */
  public OrderPriced {
    requireNonNull(facts, "facts is null");
    requireNonNull(number, "number is null");
    requireNonNull(customer, "customer is null");
    requireNonNull(model, "model is null");
    requireNonNull(material, "material is null");
    requireNonNull(quote, "quote is null");
  }
}
