package com.alexandrite.pricing.price;

import com.alexandrite.messages.Money;
import com.alexandrite.messages.QuoteLine;
import java.util.List;

/**
 * What an order costs, and why.
 *
 * @param lines every cost, VAT last
 * @param total the sum of the lines, to the cent
 * @param rateTableVersion the rates that were used
 */
public record Price(List<QuoteLine> lines, Money total, String rateTableVersion) {

  /** Copies the lines. */
  public Price {
    lines = List.copyOf(lines);
  }
}
