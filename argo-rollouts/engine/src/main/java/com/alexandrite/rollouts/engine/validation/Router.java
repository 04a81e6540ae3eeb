package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The block of a canary that says who splits the traffic.
 *
 * @param present whether there is one, even an empty one
 */
record Router(boolean present, Map<String, Object> routing) {

  private static final int FULL_WEIGHT = 100;
  private static final String MAX_WEIGHT = "maxTrafficWeight";
  private static final String MANAGED_ROUTES = "managedRoutes";

  static Router of(Map<String, Object> canary) {
    Object routing = canary.get("trafficRouting");
    return new Router(routing != null, Data.map(routing));
  }

  /** Whether one of these splits; plugins count if there is one. */
  boolean any(String... names) {
    return Stream.of(names)
        .anyMatch(
            name -> name.equals("plugins") ? !block(name).isEmpty() : routing.get(name) != null);
  }

  Map<String, Object> block(String name) {
    return Data.map(routing.get(name));
  }

  /** Whether canary and stable must each have a Service. */
  boolean needsServices(boolean pingPong) {
    boolean alb = any("alb") && !pingPong;
    boolean istio = any("istio") && block("istio").get("destinationRule") == null && !pingPong;
    return alb || istio || any("smi", "apisix", "ambassador", "nginx", "appMesh", "traefik");
  }

  boolean writesMaxWeight() {
    return routing.get(MAX_WEIGHT) != null;
  }

  /** The weight that means all traffic. */
  int fullWeight() {
    return Data.integer(routing.get(MAX_WEIGHT), FULL_WEIGHT);
  }

  boolean writesManagedRoutes() {
    return routing.get(MANAGED_ROUTES) != null;
  }

  boolean manages(String route) {
    List<Object> routes = Data.list(routing.get(MANAGED_ROUTES));
    return routes.stream()
        .map(Data::map)
        .anyMatch(managed -> Data.text(managed.get("name")).equals(route));
  }
}
