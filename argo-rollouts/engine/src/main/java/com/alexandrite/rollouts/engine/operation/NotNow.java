package com.alexandrite.rollouts.engine.operation;

/** Why an action is not right in a rollout's present state. */
public enum NotNow {
  NOTHING_TO_PROMOTE("nothing-to-promote", "The wanted version serves everybody already."),
  ABORTED("aborted", "The update was aborted: retry it, or promote it in full."),
  NOTHING_TO_SKIP("nothing-to-skip", "No update is under way that has steps left."),
  NO_STEPS("no-steps", "The rollout has no steps."),
  NOTHING_TO_ABORT("nothing-to-abort", "No update is under way."),
  ABORTED_ALREADY("aborted-already", "The update is aborted already."),
  NOT_ABORTED("not-aborted", "Only an aborted update can be retried."),
  NOTHING_TO_UNDO("nothing-to-undo", "There is no earlier revision."),
  NOTHING_TO_ACCEPT("nothing-to-accept", "No new version is being watched."),
  PAUSED_ALREADY("paused-already", "The rollout is held already."),
  NOT_PAUSED("not-paused", "Nobody holds the rollout."),
  NOTHING_TO_RESTART("nothing-to-restart", "No version serves anybody yet.");

  private final String code;
  private final String sentence;

  NotNow(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** A stable word for programs, and the key of the sentence in other languages. */
  public String code() {
    return code;
  }

  /** The sentence in English. */
  public String sentence() {
    return sentence;
  }
}
