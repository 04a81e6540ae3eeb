package com.alexandrite.flags.server.change;

import java.time.InstantSource;
import java.util.List;

/** The end of every change: a row in the history, and everybody who listens hears of it. */
public final class Recording {
  private final History history;
  private final List<ChangeListener> listeners;
  private final InstantSource clock;

  /** With everybody who wants to hear. */
  public Recording(History history, List<ChangeListener> listeners, InstantSource clock) {
    this.history = history;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
  }

  Change record(Draft draft, long version) {
    Change change = history.add(draft, version, clock.instant());
    listeners.forEach(listener -> listener.changed(change));
    return change;
  }
}
