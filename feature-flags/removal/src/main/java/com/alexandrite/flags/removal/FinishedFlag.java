package com.alexandrite.flags.removal;

import com.alexandrite.flags.Flag;
import java.util.Locale;
import java.util.Objects;

/**
 * A flag that has done its work.
 *
 * @param flag what its definition says
 * @param kept name of the variant that stays, such as {@code on}
 * @param definition path of its definition file in the checkout
 */
public record FinishedFlag(Flag<?> flag, String kept, String definition) {

  /** Checks that there is such a variant. */
  public FinishedFlag {
    if (flag.variant(kept) == null) {
      throw new IllegalArgumentException("flag " + flag.key() + " has no variant " + kept);
    }
  }

  /** Name of its constant in the generated catalogue. */
  String constant() {
    return flag.key().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What code that asks the flag gets from now on. */
  Object value() {
    return Objects.requireNonNull(flag.variant(kept)).value();
  }

  /** That value in Java source. */
  String literal() {
    return JavaText.literal(value());
  }
}
