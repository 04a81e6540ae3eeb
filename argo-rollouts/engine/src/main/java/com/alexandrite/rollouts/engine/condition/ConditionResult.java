package com.alexandrite.rollouts.engine.condition;

import org.jspecify.annotations.Nullable;

/** What a condition comes to: a value or an error. */
public sealed interface ConditionResult permits ConditionResult.Value, ConditionError {

  /**
   * The outcome.
   *
   * @param value {@code Boolean}, {@code Long}, {@code Double}, {@code String}, null, a collection,
   *     an instant …
   */
  record Value(@Nullable Object value) implements ConditionResult {}
}
