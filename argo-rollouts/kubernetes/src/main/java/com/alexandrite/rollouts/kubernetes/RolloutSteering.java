package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.operation.Patch;
import com.alexandrite.rollouts.engine.operation.Plan;
import com.alexandrite.rollouts.engine.operation.PromoteFlag;
import com.alexandrite.rollouts.engine.operation.RolloutPatches;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Does to a cluster's rollouts what the official kubectl plugin does: reads the live object,
 * decides on the patches, sends them. The cluster's controller draws the consequences.
 *
 * <p>All methods throw {@link ClusterFailure} when the cluster does not do it.
 */
public final class RolloutSteering {
  /** Somebody else may write in the same moment; the plugin tries as often. */
  private static final int ATTEMPTS = 5;

  private final ClusterClient client;
  private final PatchSending sending;
  private final InstantSource clock;

  RolloutSteering(ClusterClient client, InstantSource clock) {
    this.client = client;
    this.sending = new PatchSending(client);
    this.clock = clock;
  }

  /** What became of an action. */
  public sealed interface Outcome {
    /** The cluster has taken it; {@code rollout} is the object after it. */
    record Taken(ClusterObject object) implements Outcome {}

    /** Nothing was sent: it is so already. */
    record Unchanged(String why) implements Outcome {}

    /**
     * Nothing was sent: it makes no sense.
     *
     * @param code stable word
     */
    record Refused(String code, String why) implements Outcome {}
  }

  /** Ends the pause, or else skips the running step. */
  public Outcome promote(String namespace, String rollout) {
    return promote(namespace, rollout, Set.of());
  }

  /** Skips all that is left. */
  public Outcome promoteFull(String namespace, String rollout) {
    return promote(namespace, rollout, Set.of(PromoteFlag.FULL));
  }

  /** Skips the running step, paused or not. */
  public Outcome skipStep(String namespace, String rollout) {
    return promote(namespace, rollout, Set.of(PromoteFlag.SKIP_CURRENT_STEP));
  }

  /** Skips all steps that are left; pods and background analysis still count. */
  public Outcome skipAllSteps(String namespace, String rollout) {
    return promote(namespace, rollout, Set.of(PromoteFlag.SKIP_ALL_STEPS));
  }

  /** Everybody back to stable. */
  public Outcome abort(String namespace, String rollout) {
    return send(namespace, rollout, RolloutPatches.abort());
  }

  /** Starts an aborted update again. */
  public Outcome retry(String namespace, String rollout) {
    return send(namespace, rollout, RolloutPatches.retry());
  }

  /** Replaces all pods that were there before now. */
  public Outcome restart(String namespace, String rollout) {
    return send(namespace, rollout, RolloutPatches.restart(clock.instant()));
  }

  /** Holds the rollout where it is. */
  public Outcome pause(String namespace, String rollout) {
    return send(namespace, rollout, RolloutPatches.pause(true));
  }

  /** Lets a held rollout go on. */
  public Outcome resume(String namespace, String rollout) {
    return send(namespace, rollout, RolloutPatches.pause(false));
  }

  /**
   * Makes the template of an earlier revision the wanted one.
   *
   * @param toRevision 0 for the one before
   */
  public Outcome undo(String namespace, String rollout, long toRevision) {
    ClusterObject live = client.get(ClusterResource.ROLLOUTS, namespace, rollout);
    String selector = LabelSelectors.text(Data.map(live.spec().get("selector")));
    List<ClusterObject> replicaSets =
        client.list(ClusterResource.REPLICA_SETS, namespace, selector);
    return switch (Workload.of(live)) {
      case Workload.Other(String kind) -> unsupported(kind);
      case Workload.Own _, Workload.Deployment _ ->
          send(
              namespace,
              rollout,
              RolloutPatches.undo(
                  live.content(),
                  replicaSets.stream().map(ClusterObject::content).toList(),
                  toRevision));
    };
  }

  /**
   * Makes an image the wanted one of a container.
   *
   * @param container its name; {@code *} for all
   */
  public Outcome setImage(String namespace, String rollout, String container, String image) {
    ClusterObject live = client.get(ClusterResource.ROLLOUTS, namespace, rollout);
    return switch (Workload.of(live)) {
      case Workload.Own _ ->
          replaceImage(ClusterResource.ROLLOUTS, namespace, rollout, container, image);
      case Workload.Deployment(String name) ->
          replaceImage(ClusterResource.DEPLOYMENTS, namespace, name, container, image);
      case Workload.Other(String kind) -> unsupported(kind);
    };
  }

  /** Ends an AnalysisRun: what has passed until now counts. */
  public Outcome terminateRun(String namespace, String analysisRun) {
    return send(namespace, analysisRun, RolloutPatches.terminateAnalysisRun());
  }

  /** Ends an Experiment. */
  public Outcome terminateExperiment(String namespace, String experiment) {
    return send(namespace, experiment, RolloutPatches.terminateExperiment());
  }

  /** Starts a failed Experiment again. */
  public Outcome retryExperiment(String namespace, String experiment) {
    return send(namespace, experiment, RolloutPatches.retryExperiment());
  }

  private Outcome promote(String namespace, String rollout, Set<PromoteFlag> flags) {
    ClusterObject live = client.get(ClusterResource.ROLLOUTS, namespace, rollout);
    return send(namespace, rollout, RolloutPatches.promote(live.content(), flags));
  }

  private Outcome send(String namespace, String name, Patch patch) {
    return send(namespace, name, new Plan.Send(List.of(patch)));
  }

  private Outcome send(String namespace, String name, Plan plan) {
    return sending.send(namespace, name, plan);
  }

  private Outcome replaceImage(
      ClusterResource resource, String namespace, String name, String container, String image) {
    for (int attempt = 1; ; attempt++) {
      ClusterObject live = client.get(resource, namespace, name);
      ClusterObject changed = ContainerImages.set(live, container, image).orElse(null);
      if (changed == null) {
        return new Outcome.Refused("container-unknown", "There is no container " + container + ".");
      }
      try {
        return new Outcome.Taken(client.replace(resource, namespace, changed));
      } catch (ClusterFailure failure) {
        if (failure.kind() != ClusterFailure.Kind.CONFLICT || attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private static Outcome unsupported(String kind) {
    return new Outcome.Refused(
        "workload-unsupported", "The template comes from a " + kind + ": change it there.");
  }
}
