package com.alexandrite.flags.server.change;

/** What became of an order. */
public sealed interface Outcome {

  /** It is done. */
  record Done(Change change) implements Outcome {}

  /** It waits for a second person. */
  record Waits(ChangeRequest request) implements Outcome {}

  /** It was so already; nothing was written. */
  record Same(long version) implements Outcome {}
}
