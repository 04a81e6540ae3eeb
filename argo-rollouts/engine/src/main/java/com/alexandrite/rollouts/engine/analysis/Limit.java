package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.condition.GoNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A number that a manifest may also write as text ("5"), or not at all.
 *
 * @param text as written, null if absent
 */
public record Limit(@Nullable String text) {

  /** Nothing is written. */
  public static final Limit ABSENT = new Limit(null);

  /** A written number. */
  public static Limit of(int value) {
    return new Limit(Integer.toString(value));
  }

  /** Whether anything is written, be it a number or not. */
  public boolean present() {
    return text != null;
  }

  /**
   * The number; 0 if absent or if the text is not a number, as Kubernetes reads such a field. Of a
   * longer one the lowest 32 bits are left, of one beyond 64 bits those of the nearest that fits.
   */
  public int value() {
    if (text == null) {
      return 0;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return (int) GoNumbers.nearestInt(text);
    }
  }
}
