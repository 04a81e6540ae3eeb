package com.alexandrite.rollouts.engine.condition;

/**
 * Why a condition has no value.
 *
 * @param message without the position
 */
public record ConditionError(Kind kind, String message) implements ConditionResult {

  /** When the mistake shows. */
  public enum Kind {
    /** The text is not an expression, or its types don't fit the actual result. */
    COMPILE,
    /** A value met during evaluation doesn't fit. */
    RUNTIME,
    /** The outcome is not of the wanted type. */
    TYPE
  }
}
