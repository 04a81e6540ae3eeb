package com.alexandrite.rollouts.engine.manifest;

import java.util.List;

/**
 * An HTTPRoute with the backends that a rollout gives weights to.
 *
 * @param hostnames that the route answers to
 * @param backends names of the Services of its rules, each once
 */
public record HttpRouteManifest(
    String name, String namespace, List<String> hostnames, List<String> backends) {

  public HttpRouteManifest {
    hostnames = List.copyOf(hostnames);
    backends = List.copyOf(backends);
  }
}
