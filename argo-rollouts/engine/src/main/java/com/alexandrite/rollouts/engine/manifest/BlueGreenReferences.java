package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.BlueGreenStrategy;
import java.util.List;

/** Which HTTPRoutes lead to the Services of a blue-green rollout: each to one of them alone. */
final class BlueGreenReferences {

  private final BlueGreenStrategy blueGreen;
  private final List<HttpRouteManifest> routes;

  BlueGreenReferences(BlueGreenStrategy blueGreen, List<HttpRouteManifest> routes) {
    this.blueGreen = blueGreen;
    this.routes = routes;
  }

  /** A switch of the Service could not move what a route sends elsewhere by weight. */
  void check(Fields.Problems problems) {
    for (HttpRouteManifest route : routes) {
      if (route.backends().size() > 1) {
        problems.add(
            "spec.strategy.blueGreen",
            "does not move the HTTPRoute with several backends: " + route.name(),
            "Leave only " + blueGreen.activeService() + " in its backendRefs");
      } else if (!known(route.backends().getFirst())) {
        problems.add(
            "spec.strategy.blueGreen",
            "does not move the HTTPRoute to another Service: " + route.name(),
            "Let it lead to activeService or previewService");
      }
    }
  }

  private boolean known(String service) {
    return service.equals(blueGreen.activeService()) || service.equals(blueGreen.previewService());
  }

  /** The names of the routes that lead to a Service. */
  static List<String> routesTo(String service, List<HttpRouteManifest> routes) {
    return routes.stream()
        .filter(route -> route.backends().equals(List.of(service)))
        .map(HttpRouteManifest::name)
        .toList();
  }
}
