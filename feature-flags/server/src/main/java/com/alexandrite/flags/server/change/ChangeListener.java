package com.alexandrite.flags.server.change;

/** Hears of each change inside of its transaction: what it writes is kept or lost with it. */
@FunctionalInterface
public interface ChangeListener {

  /** A change was made and is about to be committed. */
  void changed(Change change);
}
