package com.alexandrite.console.release;

/** The loop's passes over the rollouts, which draw the consequences of what is asked for. */
public interface Passes {
  /** Lets the next pass begin now. */
  void wake();

  /** Returns when a pass that began after this call is over; gives up after some seconds. */
  void awaitNext();
}
