package com.alexandrite.rollouts.conformance.rows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers one kind of recorded decision. */
@FunctionalInterface
interface Decision {

  /**
   * The engine's outcome in the words of the records.
   *
   * @param in what the real function was asked
   * @param want what it answered; only to know which of its words a row has
   */
  Map<String, ? extends @Nullable Object> decide(
      Map<String, @Nullable Object> in, Map<String, @Nullable Object> want);
}
