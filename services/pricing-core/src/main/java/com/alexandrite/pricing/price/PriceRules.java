package com.alexandrite.pricing.price;

import com.alexandrite.messages.Money;
import com.alexandrite.messages.QuoteLine;
import com.alexandrite.pricing.model.PricedBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * From a body and a rate table to a price, line by line.
 *
 * <p>Rounding: measured quantities to two decimals (hundredths of a gram, of a square centimetre,
 * of an hour), each line to the cent, always half up; the total is the sum of the rounded lines, so
 * a customer can add them up. No clock and no chance: equal body, metal, quantity and rates give an
 * equal price.
 *
 * @param rates the numbers
 */
public record PriceRules(RateTable rates) {

  /** Raised whenever the same rates may give another price. */
  public static final int VERSION = 2;

  /** Most pieces of one order. */
  public static final int MOST_PIECES = 1_000;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  /**
   * The price of an order without any discount.
   *
   * @param quantity number of pieces, 1 to {@link #MOST_PIECES}
   * @throws IllegalArgumentException when the quantity is out of range
   */
  public Price price(PricedBody body, Metal metal, int quantity) {
    return price(body, metal, quantity, BigDecimal.ZERO);
  }

  /**
   * The price of an order.
   *
   * @param quantity number of pieces, 1 to {@link #MOST_PIECES}
   * @param discountPercent what is taken off the net sum, from 0
   * @throws IllegalArgumentException when the quantity is out of range
   */
  public Price price(PricedBody body, Metal metal, int quantity, BigDecimal discountPercent) {
    if (quantity < 1 || quantity > MOST_PIECES) {
      throw new IllegalArgumentException("quantity must be 1 to " + MOST_PIECES);
    }
    BigDecimal pieces = BigDecimal.valueOf(quantity);
    List<QuoteLine> lines = new ArrayList<>();
    lines.add(metal(body, metal, pieces));
    lines.add(line("casting", "Casting in " + metal.name(), pieces, "piece", metal.casting()));
    lines.add(finishing(body, pieces));
    addOpenings(lines, body, quantity);
    addParts(lines, body, quantity);
    lines.add(machine(body));
    lines.add(
        line("setup", "Checking and preparing the model", BigDecimal.ONE, "order", rates.setup()));
    addMinimum(lines);
    addDiscount(lines, discountPercent);
    lines.add(vat(sum(lines)));
    return new Price(lines, sum(lines), rates.version());
  }

  private QuoteLine metal(PricedBody body, Metal metal, BigDecimal pieces) {
    BigDecimal withLoss = BigDecimal.ONE.add(metal.lossPercent().movePointLeft(2));
    BigDecimal grams =
        BigDecimal.valueOf(body.volumeMm3())
            .movePointLeft(3)
            .multiply(metal.densityGramsPerCm3())
            .multiply(withLoss);
    String loss = metal.lossPercent().stripTrailingZeros().toPlainString();
    return line(
        "metal",
        metal.name() + ", with " + loss + " % casting and polishing loss",
        rounded(grams).multiply(pieces),
        "g",
        metal.gram());
  }

  private QuoteLine finishing(PricedBody body, BigDecimal pieces) {
    BigDecimal cm2 = rounded(BigDecimal.valueOf(body.surfaceMm2()).movePointLeft(2));
    return line(
        "labour",
        "Grinding and polishing the surface",
        cm2.multiply(pieces),
        "cm2",
        rates.finishingCm2());
  }

  private void addOpenings(List<QuoteLine> lines, PricedBody body, int quantity) {
    if (body.genus() > 0) {
      BigDecimal openings = BigDecimal.valueOf((long) body.genus() * quantity);
      lines.add(
          line("openings", "Polishing openings by thread", openings, "opening", rates.opening()));
    }
  }

  private void addParts(List<QuoteLine> lines, PricedBody body, int quantity) {
    if (body.shells() > 1) {
      BigDecimal parts = BigDecimal.valueOf((body.shells() - 1L) * quantity);
      lines.add(line("parts", "Fitting further parts", parts, "part", rates.part()));
    }
  }

  /**
   * By the height of the box as the model lies in its file; pieces of one order are printed side by
   * side.
   */
  private QuoteLine machine(PricedBody body) {
    BigDecimal climbing =
        BigDecimal.valueOf(body.box().sizeZ())
            .divide(rates.machine().mmPerHour(), DECIMALS + 2, RoundingMode.HALF_UP);
    BigDecimal hours = rounded(climbing.add(rates.machine().setupHours()));
    return line("machine", "Printing the wax model", hours, "h", rates.machine().hour());
  }

  private void addMinimum(List<QuoteLine> lines) {
    BigDecimal missing = rates.minimum().subtract(sum(lines).amount());
    if (missing.signum() > 0) {
      lines.add(
          line("minimum", "Up to the least price of an order", BigDecimal.ONE, "order", missing));
    }
  }

  private void addDiscount(List<QuoteLine> lines, BigDecimal discountPercent) {
    if (discountPercent.signum() > 0) {
      String percent = discountPercent.stripTrailingZeros().toPlainString();
      BigDecimal off =
          sum(lines)
              .amount()
              .multiply(discountPercent)
              .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
      lines.add(
          line(
              "discount",
              "Partner's discount " + percent + " %",
              BigDecimal.ONE,
              "order",
              off.negate()));
    }
  }

  private QuoteLine vat(Money net) {
    String percent = rates.vatPercent().stripTrailingZeros().toPlainString();
    BigDecimal amount =
        net.amount().multiply(rates.vatPercent()).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
    return line("vat", "Value added tax " + percent + " %", BigDecimal.ONE, "order", amount);
  }

  private QuoteLine line(
      String code, String description, BigDecimal quantity, String unit, BigDecimal unitPrice) {
    return new QuoteLine(
        code, description, quantity, unit, money(unitPrice), money(quantity.multiply(unitPrice)));
  }

  private Money sum(List<QuoteLine> lines) {
    return lines.stream().map(QuoteLine::amount).reduce(money(BigDecimal.ZERO), Money::plus);
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, rates.currency().getCurrencyCode());
  }

  private static BigDecimal rounded(BigDecimal quantity) {
    return quantity.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
