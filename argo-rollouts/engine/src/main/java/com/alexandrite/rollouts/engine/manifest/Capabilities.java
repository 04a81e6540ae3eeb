package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import java.util.Set;

/**
 * What the adapters around the engine can do; a field that needs more is refused.
 *
 * @param routerPlugins names of the traffic router plugins whose block is understood
 * @param managedRoutes whether the router sets header routes
 * @param restart whether the workload replaces pods by age
 * @param anyPodTemplate whether the pod template is only data, as in a simulation
 * @param mirrorRoutes whether the router sets mirror routes
 */
public record Capabilities(
    Set<String> routerPlugins,
    boolean managedRoutes,
    boolean restart,
    boolean anyPodTemplate,
    boolean mirrorRoutes) {

  /** Local processes behind HAProxy. */
  public static final Capabilities LOCAL =
      new Capabilities(Set.of(TrafficRouting.GATEWAY_API), true, true, false, false);

  /** Nothing real: pods, weights and copies of requests are only counted. */
  public static final Capabilities SIMULATED =
      new Capabilities(Set.of(TrafficRouting.GATEWAY_API), true, true, true, true);

  public Capabilities {
    routerPlugins = Set.copyOf(routerPlugins);
  }
}
