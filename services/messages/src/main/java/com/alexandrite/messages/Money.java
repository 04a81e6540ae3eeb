package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money.
 *
 * @param amount in whole units with two decimals, such as 129.90
 * @param currency ISO 4217 code, such as EUR
 */
public record Money(BigDecimal amount, String currency) {

  /** Keeps the amount at two decimals, rounded half up. */
  public Money {
    requireNonNull(currency, "currency is null");
    amount = requireNonNull(amount, "amount is null").setScale(2, RoundingMode.HALF_UP);
  }

  /** Returns an amount in euro. */
  public static Money euro(BigDecimal amount) {
    return new Money(amount, "EUR");
  }

  /**
   * Returns the sum of both.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
    }
    return new Money(amount.add(other.amount), currency);
  }
}
