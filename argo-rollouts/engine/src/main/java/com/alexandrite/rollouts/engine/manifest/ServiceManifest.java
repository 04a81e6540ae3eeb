package com.alexandrite.rollouts.engine.manifest;

import java.util.Map;

/** A Service: its name and ports by name. */
public record ServiceManifest(String name, Map<String, Integer> ports) {

  public ServiceManifest {
    ports = Map.copyOf(ports);
  }
}
