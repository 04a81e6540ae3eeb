package com.alexandrite.pricing.price;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An alloy and what it costs.
 *
 * @param code as in {@code silver-925}
 * @param name for people
 * @param densityGramsPerCm3 mass of a cubic centimetre
 * @param gram price of a gram
 * @param lossPercent what casting and polishing take away
 * @param casting price of casting one piece
 */
public record Metal(
    String code,
    String name,
    BigDecimal densityGramsPerCm3,
    BigDecimal gram,
    BigDecimal lossPercent,
    BigDecimal casting) {

  /** Refuses an alloy that would be given away. */
  public Metal {
    requireNonNull(code, "code is null");
    requireNonNull(name, "name is null");
    Rates.requirePositive(code + ".density", densityGramsPerCm3);
    Rates.requirePositive(code + ".gram", gram);
    Rates.requireNotNegative(code + ".loss.percent", lossPercent);
    Rates.requireNotNegative(code + ".casting", casting);
  }
}
