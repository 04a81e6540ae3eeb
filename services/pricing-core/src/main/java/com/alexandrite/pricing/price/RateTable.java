package com.alexandrite.pricing.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * All numbers of a price, of one version. Amounts are net, in units of the currency.
 *
 * @param version changes with any number
 * @param currency ISO 4217
 * @param vatPercent value added tax on the sum of all lines
 * @param minimum least net price of an order
 * @param setup once for an order
 * @param machine printing of the wax
 * @param finishingCm2 for each square centimetre of surface
 * @param opening for each opening of the body (its genus)
 * @param part for each separate part after the first
 * @param metals by code
 */
public record RateTable(
    String version,
    Currency currency,
    BigDecimal vatPercent,
    BigDecimal minimum,
    BigDecimal setup,
    Machine machine,
    BigDecimal finishingCm2,
    BigDecimal opening,
    BigDecimal part,
    Map<String, Metal> metals) {

  /** Copies the metals and refuses negative amounts. */
  public RateTable {
    metals = Map.copyOf(metals);
    Rates.requireNotNegative("vat.percent", vatPercent);
    Rates.requireNotNegative("minimum", minimum);
    Rates.requireNotNegative("setup", setup);
    Rates.requireNotNegative("finishing.cm2", finishingCm2);
    Rates.requireNotNegative("opening", opening);
    Rates.requireNotNegative("part", part);
    if (version.isBlank() || metals.isEmpty()) {
      throw new IllegalArgumentException("a rate table needs a version and a metal");
    }
  }

  /**
   * Time of the printer.
   *
   * @param mmPerHour how fast it climbs
   * @param hour price of an hour
   * @param setupHours before and after each print
   */
  public record Machine(BigDecimal mmPerHour, BigDecimal hour, BigDecimal setupHours) {

    /** Refuses a printer that stands still. */
    public Machine {
      Rates.requirePositive("machine.mm-per-hour", mmPerHour);
      Rates.requireNotNegative("machine.hour", hour);
      Rates.requireNotNegative("machine.setup-hours", setupHours);
    }
  }

  /** The rates of this revision of the program. */
  public static RateTable current() {
    return Rates.readResource("rates.properties");
  }

  /** The rates that are being tried beside them. */
  public static RateTable next() {
    return Rates.readResource("rates-v2.properties");
  }

  /** The metal of a code; empty when it is not offered. */
  public Optional<Metal> metal(String code) {
    return Optional.ofNullable(metals.get(code));
  }
}
