package com.alexandrite.rollouts.engine.simulation;

/** How a simulated release ends. */
public enum Outcome {
  /** All customers are served by the new version. */
  PROMOTED("Promoted"),
  /** Stable serves everybody again, by a decision of an analysis, a deadline or a person. */
  ABORTED("Aborted"),
  /** Somebody, or the guard after the promotion, went back to the version before. */
  ROLLED_BACK("RolledBack"),
  /** It is stuck, for example because its pods don't become ready. */
  DEGRADED("Degraded"),
  /** It waits for somebody. */
  PAUSED("Paused"),
  /** It is still under way when the simulation ends. */
  UNFINISHED("Unfinished"),
  /** The manifest makes no sense to the engine. */
  INVALID("Invalid");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** The word for programs and people. */
  public String text() {
    return text;
  }
}
