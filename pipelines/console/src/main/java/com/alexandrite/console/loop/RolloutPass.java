package com.alexandrite.console.loop;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.CanaryShare;
import com.alexandrite.console.release.ConfigurationWatch;
import com.alexandrite.console.release.GuardedReleases;
import com.alexandrite.console.release.ReleaseWatch;
import com.alexandrite.console.release.TrafficLedger;
import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.local.LocalCluster;
import com.alexandrite.rollouts.local.LocalTrafficRouter;
import com.alexandrite.rollouts.local.LocalWorkload;
import com.alexandrite.rollouts.local.Pod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is done for one rollout each time: count, look at its configuration, decide and act, make
 * sure, follow the release, show.
 */
@Component
@OnThisMachine
public class RolloutPass {
  private static final Logger log = LoggerFactory.getLogger(RolloutPass.class);

  private final RolloutStore store;
  private final RolloutController controller;
  private final LocalWorkload workload;
  private final LocalTrafficRouter router;
  private final JobCounts jobs;
  private final LocalCluster cluster;
  private final TrafficLedger ledger;
  private final ConfigurationWatch configurations;
  private final GuardedReleases guarded;
  private final ReleaseWatch releases;
  private final InstantSource clock;
  private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();

  RolloutPass(
      RolloutStore store,
      RolloutController controller,
      LocalWorkload workload,
      LocalTrafficRouter router,
      JobCounts jobs,
      LocalCluster cluster,
      TrafficLedger ledger,
      ConfigurationWatch configurations,
      GuardedReleases guarded,
      ReleaseWatch releases,
      InstantSource clock) {
    this.store = store;
    this.controller = controller;
    this.workload = workload;
    this.router = router;
    this.jobs = jobs;
    this.cluster = cluster;
    this.ledger = ledger;
    this.configurations = configurations;
    this.guarded = guarded;
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * One pass.
   *
   * @return when the next one is due at the latest; empty = at the next beat
   */
  Optional<Instant> run(String rollout) {
    count(rollout);
    store.load(rollout).ifPresent(configurations::look);
    Optional<Instant> next = controller.run(rollout);
    store
        .load(rollout)
        .ifPresent(state -> {
          var seen = new Sighting(state, cluster.converge(state), clock.instant());
          sightings.put(rollout, seen);
          guarded.observe(state);
          releases.observe(state, seen.at());
        });
    return next;
  }

  /** Before anything moves: a slot's requests belong to the pod that is in it until now. */
  private void count(String rollout) {
    List<Pod> pods = workload.pods(rollout);
    Boolean worker =
        sighting(rollout).map(seen -> !CanaryShare.isRouted(seen.state())).orElse(false);
    if (worker) {
      ledger.add(rollout, "jobs_" + rollout, jobs.of(rollout, pods), pods);
    } else {
      countRequests(rollout, pods);
    }
  }

  private void countRequests(String rollout, List<Pod> pods) {
    try {
      router
          .counters(rollout)
          .forEach((backend, counters) -> ledger.add(rollout, backend, counters, pods));
    } catch (HaproxyUnavailable e) {
      log.debug("{}: nothing counted while HAProxy is away", rollout);
    }
  }

  /** The rollout as the last pass left it; empty before the first. */
  public Optional<Sighting> sighting(String rollout) {
    return Optional.ofNullable(sightings.get(rollout));
  }
}
