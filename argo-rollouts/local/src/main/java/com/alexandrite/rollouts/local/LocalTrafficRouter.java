package com.alexandrite.rollouts.local;

import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.local.haproxy.Endpoint;
import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import com.alexandrite.rollouts.local.haproxy.ServerCounters;
import com.alexandrite.rollouts.local.haproxy.ServerSlot;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import com.alexandrite.rollouts.local.haproxy.TrafficShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits traffic in HAProxy: HTTPRoute {@code shop} is backend {@code be_shop}, the pods behind its
 * two Services are servers of that backend. Only ready pods take requests; the canary's share is
 * exact however many pods either side has. With blue-green each route leads to one Service, all of
 * it at once to the revision that the Service selects.
 *
 * <p>While HAProxy is away it goes on with what it was last told (or comes back with it); the split
 * counts as not in effect until it answers again.
 */
public final class LocalTrafficRouter implements TrafficRouter {
  private static final Logger log = LoggerFactory.getLogger(LocalTrafficRouter.class);

  private final HaproxyRuntime haproxy;
  private final PodDirectory directory;
  private final LastSplits lastSplits = new LastSplits();

  /** Routes to the pods of this workload. */
  public LocalTrafficRouter(HaproxyRuntime haproxy, LocalWorkload workload) {
    this(haproxy, (PodDirectory) workload);
  }

  LocalTrafficRouter(HaproxyRuntime haproxy, PodDirectory directory) {
    this.haproxy = haproxy;
    this.directory = directory;
  }

  @Override
  public void route(TrafficSplit split) {
    lastSplits.put(split);
    inEffect(split);
  }

  /**
   * Brings HAProxy back to what was last asked for; before the first split there is nothing to do.
   */
  void routeAgain(String rollout) {
    lastSplits.of(rollout).forEach(this::inEffect);
  }

  /**
   * HAProxy's counters for a rollout's pods, by backend; empty before the first split.
   *
   * @throws HaproxyUnavailable while HAProxy is away
   */
  public Map<String, List<ServerCounters>> counters(String rollout) {
    Map<String, List<ServerCounters>> counters = new TreeMap<>();
    lastSplits.routes(rollout).stream()
        .map(LocalTrafficRouter::backend)
        .forEach(backend -> counters.put(backend, haproxy.counters(backend)));
    return counters;
  }

  @Override
  public Boolean verify(TrafficSplit split) {
    return inEffect(split);
  }

  /**
   * A Service here is only a name: which revision it selects comes with the split of its routes.
   */
  @Override
  public void selectService(String service, String hash) {
    log.info("service {} selects {}", service, hash);
  }

  /** Makes reality equal to the split, also where it has drifted. */
  private boolean inEffect(TrafficSplit split) {
    try {
      List<Endpoint> endpoints = endpoints(split);
      for (String route : split.httpRoutes()) {
        if (haproxy.apply(backend(route), endpoints)) {
          log.info("{}: {} % to canary {}", route, split.canaryWeight(), split.canaryHash());
        }
      }
      return true;
    } catch (HaproxyUnavailable e) {
      log.warn("{}: traffic stays as it is: {}", split.rollout(), e.getMessage());
      return false;
    }
  }

  /** Addresses of pods that HAProxy may still have requests for. */
  Set<String> busyAddresses(String rollout) {
    Set<String> busy = new HashSet<>();
    lastSplits.routes(rollout).forEach(route -> busy.addAll(busyAddressesOf(route)));
    return busy;
  }

  private Set<String> busyAddressesOf(String route) {
    Set<String> busy = new HashSet<>();
    for (ServerSlot slot : haproxy.slots(backend(route))) {
      if (slot.mode() == Mode.READY) {
        busy.add(slot.address() + ":" + slot.port());
      }
    }
    for (ServerCounters counters : haproxy.counters(backend(route))) {
      if (counters.sessions() > 0) {
        busy.add(counters.address());
      }
    }
    return busy;
  }

  private List<Endpoint> endpoints(TrafficSplit split) {
    List<Pod> pods = directory.pods(split.rollout());
    boolean twoArms = !split.canaryHash().equals(split.stableHash());
    List<Pod> stable = serving(pods, split.stableHash());
    List<Pod> canary = twoArms ? serving(pods, split.canaryHash()) : List.of();
    int percent = twoArms ? split.canaryWeight() : 0;
    if (percent == 0 && stable.isEmpty() && isAmong(pods, split.stableHash())) {
      // The canary is not wanted: better wait for stable's pods than to send everybody there.
      return List.of();
    }
    TrafficShare share = TrafficShare.of(percent, stable.size(), canary.size());
    Iterator<Integer> stableWeights = share.stable().iterator();
    Iterator<Integer> canaryWeights = share.canary().iterator();
    List<Endpoint> endpoints = new ArrayList<>();
    for (Pod pod : pods) {
      if (stable.contains(pod)) {
        endpoints.add(endpoint(pod, stableWeights.next(), false));
      } else if (canary.contains(pod)) {
        endpoints.add(endpoint(pod, canaryWeights.next(), false));
      } else {
        endpoints.add(endpoint(pod, 0, true));
      }
    }
    return endpoints;
  }

  private List<Pod> serving(List<Pod> pods, String hash) {
    return pods.stream()
        .filter(pod -> pod.hash().equals(hash) && pod.ready() && !directory.isLeaving(pod))
        .toList();
  }

  private static boolean isAmong(List<Pod> pods, String hash) {
    return pods.stream().anyMatch(pod -> pod.hash().equals(hash));
  }

  private static Endpoint endpoint(Pod pod, int weight, boolean leaving) {
    return new Endpoint(Pod.ADDRESS, pod.port(), pod.managementPort(), weight, leaving);
  }

  static String backend(String route) {
    return "be_" + route;
  }
}
