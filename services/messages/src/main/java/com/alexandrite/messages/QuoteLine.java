package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One line of a price, so that a customer can check it.
 *
 * @param code stable word, such as {@code metal}, {@code labour}, {@code setup}
 * @param description the line in plain English
 * @param quantity how much of it
 * @param unit what is counted, such as {@code g}, {@code cm2}, {@code piece}
 * @param unitPrice price of one unit
 * @param amount what the line adds to the total
 */
public record QuoteLine(
    String code,
    String description,
    BigDecimal quantity,
    String unit,
    Money unitPrice,
    Money amount) {

  /** Refuses a line with a hole. */
  public QuoteLine {
    requireNonNull(code, "code is null");
    requireNonNull(description, "description is null");
    requireNonNull(quantity, "quantity is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(unitPrice, "unitPrice is null");
    requireNonNull(amount, "amount is null");
  }
}
