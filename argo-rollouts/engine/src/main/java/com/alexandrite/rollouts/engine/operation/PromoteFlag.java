package com.alexandrite.rollouts.engine.operation;

/** How far a promotion goes; without any flag it goes on by one. */
public enum PromoteFlag {
  /** Everything that is left: steps, pauses, analysis. */
  FULL("full"),
  /** The step that is under way, whatever it waits for. */
  SKIP_CURRENT_STEP("skip-current-step"),
  /** All steps that are left; background analysis and pods still count. */
  SKIP_ALL_STEPS("skip-all-steps");

  private final String text;

  PromoteFlag(String text) {
    this.text = text;
  }

  /** As it is written on a command line. */
  public String text() {
    return text;
  }
}
