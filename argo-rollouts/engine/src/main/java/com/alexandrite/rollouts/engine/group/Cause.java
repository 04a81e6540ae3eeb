package com.alexandrite.rollouts.engine.group;

/**
 * Why a group goes back, or why a member of it did not.
 *
 * @param who the rollout; or the person who stopped the group
 * @param detail in the words of whoever decided it; may be empty
 */
public record Cause(Kind kind, String who, String detail) {

  /** What happened. */
  public enum Kind {
    /** It was aborted or can't go on; or it can't go back. */
    FAILED,
    /** It was undone after its promotion. */
    UNDONE,
    /** Somebody wants another version of it meanwhile. */
    REPLACED,
    /** There is no such rollout any more. */
    GONE,
    /** Its release was ordered and not accepted. */
    REFUSED,
    /** The version to go back to is not kept any more. */
    FORGOTTEN,
    /** A person stopped the whole group. */
    STOPPED
  }
}
