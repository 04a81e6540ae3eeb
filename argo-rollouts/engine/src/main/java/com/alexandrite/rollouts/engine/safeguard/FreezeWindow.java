package com.alexandrite.rollouts.engine.safeguard;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a rollout does not go as far as it could.
 *
 * @param text as written
 * @param times when it is in force
 * @param scope what it stops
 */
public record FreezeWindow(String text, WindowTimes times, Scope scope) {

  /** What a window stops. */
  public sealed interface Scope {

    /** This step and later ones are not passed; counted from 1. */
    record FromStep(int step) implements Scope {}

    /** The canary's share does not rise above this percentage. */
    record AboveWeight(int weight) implements Scope {}
  }

  /** The end of the window that is in force now; empty outside of it. */
  public Optional<Instant> end(Instant now) {
    return times.end(now);
  }
}
