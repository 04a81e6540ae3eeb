package com.alexandrite.kit.messaging;

/** What became of a delivery; an exception counts as {@link Later}. */
public sealed interface Outcome {

  /** The effect is written, or was before. */
  record Done() implements Outcome {}

  /**
   * Not now: a fact before it is missing, or something is away. Nothing was written. Comes again by
   * the retry tiers.
   */
  record Later(String why) implements Outcome {}

  /**
   * Not now, because somebody decided so. Nothing was written. Comes again every few seconds, as
   * long as it takes: it was no try, so it is never parked.
   */
  record Held(String why) implements Outcome {}

  /** Never: a person has to look. Nothing was written. Goes to the parking queue at once. */
  record Hopeless(String why) implements Outcome {}

  /** Returns the usual outcome. */
  static Outcome done() {
    return new Done();
  }
}
