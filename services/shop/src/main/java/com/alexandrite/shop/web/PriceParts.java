package com.alexandrite.shop.web;

import com.alexandrite.messages.Money;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a total is made of, in whole percent that add up to a hundred.
 *
 * @param work everything that is neither metal nor tax
 * @param net the sum before tax
 */
public record PriceParts(int metal, int work, int tax, Money net) {

  static @Nullable PriceParts of(@Nullable Quote quote) {
    if (quote == null || quote.total().amount().signum() <= 0) {
      return null;
    }
    BigDecimal total = quote.total().amount();
    BigDecimal tax = sum(quote, "vat");
    int metal = percent(sum(quote, "metal"), total);
    int taxed = percent(tax, total);
    Money net = new Money(total.subtract(tax), quote.total().currency());
    return new PriceParts(metal, 100 - metal - taxed, taxed, net);
  }

  private static BigDecimal sum(Quote quote, String code) {
    return quote.lines().stream()
        .filter(line -> line.code().equals(code))
        .map(QuoteLine::amount)
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int percent(BigDecimal part, BigDecimal total) {
    return part.movePointRight(2).divide(total, 0, RoundingMode.HALF_UP).intValue();
  }
}
