package com.alexandrite.rollouts.kubernetes;

import java.time.Instant;
import java.util.List;

/** What the official kubectl plugin patches for each action, as pure functions. */
public interface RolloutPatches {

  /** What an action comes to. */
  sealed interface Plan {
    /** To be sent in this order; nothing when the list is empty. */
    record Send(List<ObjectPatch> patches) implements Plan {}

    /** The object is as wanted already. */
    record Same(String why) implements Plan {}

    /**
     * It makes no sense for this object.
     *
     * @param code stable word
     */
    record Refused(String code, String why) implements Plan {}
  }

  /** Ends the pause, or else skips the running step; never both. */
  Plan promote(ClusterObject rollout);

  /** Skips all that is left: steps, pauses, analysis. */
  Plan promoteFull(ClusterObject rollout);

  /** Skips the running step, paused or not. */
  Plan skipStep(ClusterObject rollout);

  /** Skips all steps that are left; pods and background analysis still count. */
  Plan skipAllSteps(ClusterObject rollout);

  /** Everybody back to stable. */
  Plan abort();

  /** Starts an aborted update again. */
  Plan retry();

  /** Replaces all pods that are older than this instant. */
  Plan restart(Instant at);

  /** Holds the rollout where it is, or lets it go. */
  Plan pause(boolean paused);

  /**
   * Makes the template of an earlier revision the wanted one.
   *
   * @param replicaSets that match the Rollout's selector, in the server's order
   * @param toRevision 0 for the second highest
   */
  Plan undo(ClusterObject rollout, List<ClusterObject> replicaSets, long toRevision);

  /** Ends an AnalysisRun or an Experiment. */
  Plan terminate();

  /** Starts a failed Experiment again. */
  Plan retryExperiment();
}
