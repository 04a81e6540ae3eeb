package com.alexandrite.messages;

/**
 * Codes of the materials that Shop offers and pricing has rates for; text on the wire, so that a
 * new one can be added.
 */
public final class MaterialCode {

  /** Sterling silver. */
  public static final String SILVER_925 = "silver-925";

  /** Yellow gold, 14 carat. */
  public static final String GOLD_585 = "gold-585";

  /** Yellow gold, 18 carat. */
  public static final String GOLD_750 = "gold-750";

  /** Platinum. */
  public static final String PLATINUM_950 = "platinum-950";

  private MaterialCode() {}
}
