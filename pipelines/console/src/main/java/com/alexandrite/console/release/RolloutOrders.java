package com.alexandrite.console.release;

import java.util.UUID;

/**
 * What people and programs order of a rollout, wherever it runs. Each order needs a reason and
 * leaves a line in the audit log; each returns what followed, in numbers.
 *
 * <p>All methods throw {@link Refused}.
 */
public interface RolloutOrders {

  /** Releases a version; the id tells later what became of it. */
  UUID release(String rollout, ReleaseOrder order, String actor);

  /**
   * Goes on: ends a pause or skips the step.
   *
   * @param full skip everything that is left
   */
  String promote(String rollout, boolean full, String reason, String actor);

  /** Sends everybody back to stable now. */
  String abort(String rollout, String reason, String actor);

  /** Starts an aborted update again. */
  String retry(String rollout, String reason, String actor);

  /**
   * Makes an earlier revision the wanted one.
   *
   * @param toRevision 0 for the previous one
   */
  String undo(String rollout, int toRevision, String reason, String actor);

  /** Ends the watch after a promotion: the new version stays. */
  String accept(String rollout, String reason, String actor);

  /** Replaces the pods of every revision by others of the same, a few at a time. */
  String restart(String rollout, String reason, String actor);
}
