package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.TrafficRouter.TrafficSplit;
import com.alexandrite.rollouts.local.haproxy.HaproxyUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * One pass.
   *
   * @param split the traffic as the state wants it; empty before anything was routed
   */
  public void converge(RolloutState state, Optional<TrafficSplit> split) {
    String rollout = state.rollout().name();
    scale(rollout, state.replicaSets());
    targets.write(rollout, workload.pods(rollout));
    split.ifPresent(router::route);
    stopIdle(rollout, split.map(TrafficSplit::httpRoutes).orElse(List.of()));
  }

  private void scale(String rollout, List<ReplicaSet> replicaSets) {
    replicaSets.forEach(replicaSet -> workload.apply(rollout, replicaSet));
    workload.keepOnly(
        rollout, replicaSets.stream().map(ReplicaSet::hash).collect(Collectors.toSet()));
  }

  private void stopIdle(String rollout, List<String> routes) {
    try {
      Set<String> busy = new HashSet<>();
      routes.forEach(route -> busy.addAll(router.busyAddresses(route)));
      workload.stop(
          rollout, pod -> !busy.contains(pod.address()), clock.instant().minus(DRAIN_LIMIT));
    } catch (HaproxyUnavailable e) {
      // A proxy that comes back may still know these pods: they stay until it can be told.
      log.debug("{}: leaving pods stay while HAProxy is away", rollout);
    }
  }
}
