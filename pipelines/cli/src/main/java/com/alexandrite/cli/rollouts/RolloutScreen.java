package com.alexandrite.cli.rollouts;

/** Where a running release is shown. */
public interface RolloutScreen {
  /** Shows the newest state; called often, mostly with little change. */
  void show(RolloutView rollout);

  /** The console does not answer just now; the release goes on or waits without it. */
  void consoleAway();

  /** Nothing more comes. */
  default void end() {}
}
