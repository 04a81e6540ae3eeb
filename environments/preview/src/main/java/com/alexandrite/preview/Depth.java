package com.alexandrite.preview;

import java.util.Locale;

/** How much of the product a preview starts by itself. */
public enum Depth {
  /**
   * What the branch changed starts at once. Everything else is the baseline's version, started in
   * the preview's space when it is first needed.
   */
  OVERLAY("overlay"),
  /**
   * As {@link #OVERLAY}; since a migration or a message contract changed, every service's database
   * is made and migrated before anything starts.
   */
  OVERLAY_STATE("overlay+state"),
  /** Every service is built from the branch and starts at once. */
  FULL("full");

  private final String word;

  Depth(String word) {
    this.word = word;
  }

  /** As commands, addresses and pages write it. */
  public String word() {
    return word;
  }

  /**
   * Reads {@link #word}.
   *
   * @throws IllegalArgumentException for another word
   */
  public static Depth of(String word) {
    for (Depth depth : values()) {
      if (depth.word.equals(word.toLowerCase(Locale.ROOT))) {
        return depth;
      }
    }
    throw new IllegalArgumentException(
        "no depth is called '" + word + "'; there are overlay, overlay+state and full");
  }
}
