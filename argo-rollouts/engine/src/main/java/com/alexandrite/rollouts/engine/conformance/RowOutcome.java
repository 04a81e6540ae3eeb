package com.alexandrite.rollouts.engine.conformance;

/** What came of one row. */
public sealed interface RowOutcome {

  /** As recorded. */
  record Equal() implements RowOutcome {}

  /** Otherwise. */
  record Deviates(String expected, String actual) implements RowOutcome {}

  /** Otherwise, as it was decided to be. */
  record Decided(String reason, String expected, String actual) implements RowOutcome {}

  /** The row uses what the engine does not execute. */
  record NotExecuted(String what) implements RowOutcome {}
}
