package com.alexandrite.rollouts.engine.operation;

import java.util.List;

/** Which revision an undo goes back to. */
public sealed interface RevisionChoice {

  /** The place in the given list. */
  record At(int index) implements RevisionChoice {}

  /** There is none. */
  record None(Plan.Reason reason, String message) implements RevisionChoice {}

  /**
   * Chooses among revision numbers in the API's order; a revision without number counts as 0.
   *
   * @param rollout name for the message
   * @param wanted 0 = the one below the highest
   */
  public static RevisionChoice of(String rollout, List<Long> revisions, long wanted) {
    int index = wanted == 0 ? belowHighest(revisions) : revisions.indexOf(wanted);
    if (index >= 0) {
      return new At(index);
    }
    return wanted > 0
        ? new None(
            Plan.Reason.REVISION_NOT_FOUND,
            "unable to find specified revision " + wanted + " in history")
        : new None(
            Plan.Reason.NO_PREVIOUS_REVISION, "no revision found for rollout \"" + rollout + "\"");
  }

  private static int belowHighest(List<Long> revisions) {
    int highest = -1;
    int second = -1;
    for (int i = 0; i < revisions.size(); i++) {
      if (at(revisions, i) > at(revisions, highest)) {
        second = highest;
        highest = i;
      } else if (at(revisions, i) > at(revisions, second)) {
        second = i;
      }
    }
    return second;
  }

  private static long at(List<Long> revisions, int index) {
    return index < 0 ? -1 : revisions.get(index);
  }
}
