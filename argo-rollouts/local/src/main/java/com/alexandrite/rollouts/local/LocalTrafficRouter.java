package com.alexandrite.rollouts.local;

import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.port.TrafficRouter;
import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import com.alexandrite.rollouts.local.haproxy.ServerCounters;
import com.alexandrite.rollouts.local.haproxy.ServerSlot;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits traffic in HAProxy: HTTPRoute {@code shop} is backend {@code be_shop}, the pods behind its
 * two Services are servers of that backend. Only ready pods take requests; the canary's share is
 * exact however many pods either side has. Requests of a header route go to backend {@code
 * be_shop_canary}, where only the canary's pods are. With blue-green each route leads to one
 * Service, all of it at once to the revision that the Service selects.
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
    backends(rollout).forEach(backend -> counters.put(backend, haproxy.counters(backend)));
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
      SplitEndpoints endpoints = new SplitEndpoints(split, directory);
      for (String route : split.httpRoutes()) {
        boolean moved = haproxy.apply(backend(route), endpoints.weighted());
        if (routeByHeader(route, split, endpoints) || moved) {
          log.info(
              "{}: {} % and header routes {} to canary {}",
              route,
              split.canaryWeight(),
              split.headerRoutes().stream().map(HeaderRoute::name).toList(),
              split.canaryHash());
        }
      }
      return true;
    } catch (HaproxyUnavailable e) {
      log.warn("{}: traffic stays as it is: {}", split.rollout(), e.getMessage());
      return false;
    }
  }

  /** The servers come before the requests and go after them. */
  private boolean routeByHeader(String route, TrafficSplit split, SplitEndpoints endpoints) {
    String canary = canaryBackend(route);
    if (split.headerRoutes().isEmpty()) {
      boolean told = haproxy.routeByHeader(backend(route), canary, List.of());
      return haproxy.empty(canary) || told;
    }
    boolean filled = haproxy.apply(canary, endpoints.canary());
    return haproxy.routeByHeader(backend(route), canary, split.headerRoutes()) || filled;
  }

  /** Addresses of pods that HAProxy may still have requests for. */
  Set<String> busyAddresses(String rollout) {
    Set<String> busy = new HashSet<>();
    backends(rollout).forEach(backend -> busy.addAll(busyAddressesOf(backend)));
    return busy;
  }

  private Set<String> busyAddressesOf(String backend) {
    Set<String> busy = new HashSet<>();
    for (ServerSlot slot : haproxy.slotsIfAny(backend)) {
      if (slot.mode() == Mode.READY) {
        busy.add(slot.address() + ":" + slot.port());
      }
    }
    for (ServerCounters counters : haproxy.counters(backend)) {
      if (counters.sessions() > 0) {
        busy.add(counters.address());
      }
    }
    return busy;
  }

  static String backend(String route) {
    return "be_" + route;
  }

  private static String canaryBackend(String route) {
    return backend(route) + "_canary";
  }

  private Stream<String> backends(String rollout) {
    return lastSplits.routes(rollout).stream()
        .flatMap(route -> Stream.of(backend(route), canaryBackend(route)));
  }
}
