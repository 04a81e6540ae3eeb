package com.alexandrite.rollouts.kubernetes;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.RolloutPatches.Plan;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
  private final RolloutPatches patches;
  private final InstantSource clock;

  RolloutSteering(ClusterClient client, RolloutPatches patches, InstantSource clock) {
    this.client = client;
    this.patches = patches;
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
    return onRollout(namespace, rollout, patches::promote);
  }

  /** Skips all that is left. */
  public Outcome promoteFull(String namespace, String rollout) {
    return onRollout(namespace, rollout, patches::promoteFull);
  }

  /** Skips the running step, paused or not. */
  public Outcome skipStep(String namespace, String rollout) {
    return onRollout(namespace, rollout, patches::skipStep);
  }

  /** Skips all steps that are left; pods and background analysis still count. */
  public Outcome skipAllSteps(String namespace, String rollout) {
    return onRollout(namespace, rollout, patches::skipAllSteps);
  }

  /** Everybody back to stable. */
  public Outcome abort(String namespace, String rollout) {
    return send(ClusterResource.ROLLOUTS, namespace, rollout, patches.abort());
  }

  /** Starts an aborted update again. */
  public Outcome retry(String namespace, String rollout) {
    return send(ClusterResource.ROLLOUTS, namespace, rollout, patches.retry());
  }

  /** Replaces all pods that were there before now. */
  public Outcome restart(String namespace, String rollout) {
    return send(ClusterResource.ROLLOUTS, namespace, rollout, patches.restart(clock.instant()));
  }

  /** Holds the rollout where it is. */
  public Outcome pause(String namespace, String rollout) {
    return send(ClusterResource.ROLLOUTS, namespace, rollout, patches.pause(true));
  }

  /** Lets a held rollout go on. */
  public Outcome resume(String namespace, String rollout) {
    return send(ClusterResource.ROLLOUTS, namespace, rollout, patches.pause(false));
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
    Plan plan = patches.undo(live, replicaSets, toRevision);
    return switch (Workload.of(live)) {
      case Workload.Own _ -> send(ClusterResource.ROLLOUTS, namespace, rollout, plan);
      case Workload.Deployment(String name) ->
          send(ClusterResource.DEPLOYMENTS, namespace, name, plan);
      case Workload.Other(String kind) -> unsupported(kind);
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
    return send(ClusterResource.ANALYSIS_RUNS, namespace, analysisRun, patches.terminate());
  }

  /** Ends an Experiment. */
  public Outcome terminateExperiment(String namespace, String experiment) {
    return send(ClusterResource.EXPERIMENTS, namespace, experiment, patches.terminate());
  }

  /** Starts a failed Experiment again. */
  public Outcome retryExperiment(String namespace, String experiment) {
    return send(ClusterResource.EXPERIMENTS, namespace, experiment, patches.retryExperiment());
  }

  private Outcome onRollout(
      String namespace, String rollout, Function<ClusterObject, Plan> decide) {
    Plan plan = decide.apply(client.get(ClusterResource.ROLLOUTS, namespace, rollout));
    return send(ClusterResource.ROLLOUTS, namespace, rollout, plan);
  }

  private Outcome send(ClusterResource resource, String namespace, String name, Plan plan) {
    return switch (plan) {
      case Plan.Same(String why) -> new Outcome.Unchanged(why);
      case Plan.Refused(String code, String why) -> new Outcome.Refused(code, why);
      case Plan.Send(List<ObjectPatch> list) when list.isEmpty() ->
          new Outcome.Unchanged("There is nothing to do.");
      case Plan.Send(List<ObjectPatch> list) -> sendAll(resource, namespace, name, list);
    };
  }

  private Outcome sendAll(
      ClusterResource resource, String namespace, String name, List<ObjectPatch> list) {
    ClusterObject after = new ClusterObject(Map.of());
    for (ObjectPatch patch : list) {
      try {
        after = client.patch(resource, namespace, name, patch);
      } catch (ClusterFailure failure) {
        Map<String, ?> fallback = patch.withoutSubresource();
        if (failure.kind() != ClusterFailure.Kind.NOT_FOUND || fallback == null) {
          throw failure;
        }
        // Either there is no such subresource or no such object; the object's own address tells.
        return new Outcome.Taken(
            client.patch(resource, namespace, name, ObjectPatch.ofObject(fallback)));
      }
    }
    return new Outcome.Taken(after);
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
