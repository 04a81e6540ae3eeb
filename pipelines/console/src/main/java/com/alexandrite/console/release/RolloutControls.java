package com.alexandrite.console.release;

/**
 * What people do to a rollout beside releasing, wherever it runs: hold it, let it go on, skip
 * steps, end an analysis. Recorded as {@link RolloutOrders} are.
 *
 * <p>All methods throw {@link Refused}.
 */
public interface RolloutControls {

  /** Holds everything as it is, also the number of pods. */
  void pause(String rollout, String reason, String actor);

  /** Undoes {@link #pause}. */
  void resume(String rollout, String reason, String actor);

  /**
   * Skips the step that is under way, whatever it waits for.
   *
   * @param all all steps that are left; pods and background analysis still count
   */
  void skip(String rollout, boolean all, String reason, String actor);

  /** Ends an analysis early: what it measured so far decides. */
  void terminate(String rollout, String run, String reason, String actor);
}
