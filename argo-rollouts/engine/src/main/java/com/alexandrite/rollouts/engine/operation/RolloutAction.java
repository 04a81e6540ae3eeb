package com.alexandrite.rollouts.engine.operation;

/** What people do to a rollout; {@link PossibleActions} knows which are right in its state. */
public enum RolloutAction {
  /** Go on: end a pause, or skip the step. */
  PROMOTE("promote"),
  /** Skip everything that is left. */
  PROMOTE_FULL("promote-full"),
  /** Skip the step that is under way, whatever it waits for. */
  SKIP_STEP("skip-step"),
  /** Skip all steps that are left; pods and background analysis still count. */
  SKIP_ALL_STEPS("skip-all-steps"),
  /** Send everybody back to stable now. */
  ABORT("abort"),
  /** Start the aborted update again. */
  RETRY("retry"),
  /** Make an earlier revision the wanted one. */
  UNDO("undo"),
  /** End the watch after a promotion. */
  ACCEPT("accept"),
  /** Hold everything as it is. */
  PAUSE("pause"),
  /** Let what was held go on. */
  RESUME("resume"),
  /** Replace all pods, a few at a time. */
  RESTART("restart"),
  /** Make another image the wanted one. */
  SET_IMAGE("set-image");

  private final String text;

  RolloutAction(String text) {
    this.text = text;
  }

  /** As addresses, the audit log and the command line have it. */
  public String text() {
    return text;
  }
}
