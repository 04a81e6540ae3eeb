package com.alexandrite.rollouts.local;

import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings processes, HAProxy and Prometheus to what a rollout's saved state says, whatever happened
 * to them or to the console since: call it again and again. The engine's actions do the same
 * sooner; this makes sure.
 */
public final class LocalCluster {
  private static final Logger log = LoggerFactory.getLogger(LocalCluster.class);

  /** How long a pod may take to finish its requests. */
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);

  private final LocalWorkload workload;
  private final LocalTrafficRouter router;
  private final ScrapeTargets targets;
  private final InstantSource clock;

  /** Composes the adapters. */
  public LocalCluster(
      LocalWorkload workload,
      LocalTrafficRouter router,
      ScrapeTargets targets,
      InstantSource clock) {
    this.workload = workload;
    this.router = router;
    this.targets = targets;
    this.clock = clock;
  }

  /** One pass; returns the pods as they are after it. */
  public List<Pod> converge(RolloutState state) {
    String rollout = state.rollout().name();
    scale(rollout, state.allReplicaSets());
    router.routeAgain(rollout);
    stopIdle(rollout);
    List<Pod> pods = workload.pods(rollout);
    targets.write(rollout, pods);
    return pods;
  }

  private void scale(String rollout, List<ReplicaSet> replicaSets) {
    replicaSets.forEach(replicaSet -> workload.apply(rollout, replicaSet));
    workload.keepOnly(
        rollout, replicaSets.stream().map(ReplicaSet::hash).collect(Collectors.toSet()));
  }

  private void stopIdle(String rollout) {
    try {
      Set<String> busy = router.busyAddresses(rollout);
      workload.stop(
          rollout, pod -> !busy.contains(pod.address()), clock.instant().minus(DRAIN_LIMIT));
    } catch (HaproxyUnavailable e) {
      // A proxy that comes back may still know these pods: they stay until it can be told.
      log.debug("{}: leaving pods stay while HAProxy is away", rollout);
    }
  }
}
