package com.alexandrite.rollouts.engine.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations on rollouts, experiments and analysis runs. Trees are objects as the API gives
 * them. Abort, retry, restart and pause change blindly, whatever the state.
 */
public final class RolloutPatches {

  private RolloutPatches() {}

  /** Go on; status first, then the spec. */
  public static Plan promote(Map<String, Object> rollout, Set<PromoteFlag> flags) {
    return new Promote(new LiveRollout(rollout), flags).plan();
  }

  /** Everybody back to stable now. */
  public static Patch abort() {
    return Patch.ofStatus(Map.of("abort", true));
  }

  /** The aborted update again from its first step. */
  public static Patch retry() {
    return Patch.ofStatus(Map.of("abort", false));
  }

  /** Hold everything, also the number of pods; false lets it go on. */
  public static Patch pause(boolean paused) {
    return Patch.ofSpec(Patch.ROLLOUTS, Map.of("paused", paused));
  }

  /** Replace every pod that is older than this, which may lie in the future. */
  public static Patch restart(Instant at) {
    String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return Patch.ofSpec(Patch.ROLLOUTS, Map.of("restartAt", time));
  }

  /** An experiment again from its beginning. */
  public static Patch retryExperiment() {
    return new Patch(
        Patch.Type.MERGE, Patch.EXPERIMENTS, null, null, MergePatch.removing("status"));
  }

  /** End a run early: what it measured so far decides. */
  public static Patch terminateAnalysisRun() {
    return Patch.ofSpec(Patch.ANALYSIS_RUNS, Map.of("terminate", true));
  }

  /** End an experiment early. */
  public static Patch terminateExperiment() {
    return Patch.ofSpec(Patch.EXPERIMENTS, Map.of("terminate", true));
  }

  /**
   * Another image for a container, {@code *} for all. The official command line replaces the whole
   * object; this changes the same fields, and fails likewise if somebody else moved the container.
   */
  public static Plan setImage(Map<String, Object> rollout, String container, String image) {
    return new SetImage(new LiveRollout(rollout), container, image).plan();
  }

  /**
   * An earlier revision's pod template becomes the wanted one.
   *
   * @param replicaSets of the namespace, in the API's order; others' are passed over
   * @param toRevision 0 = the previous one
   */
  public static Plan undo(
      Map<String, Object> rollout, List<Map<String, Object>> replicaSets, long toRevision) {
    return new Undo(rollout, replicaSets).plan(toRevision);
  }
}
