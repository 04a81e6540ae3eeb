package com.alexandrite.rollouts.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service and the revision that it selects.
 *
 * @param hash null until the engine first pointed it somewhere
 * @param routes names of the HTTPRoutes that lead to this Service alone, whatever weights say
 */
public record ServiceSelection(String name, @Nullable String hash, List<String> routes) {

  public ServiceSelection {
    routes = List.copyOf(routes);
  }

  /** A Service that no route of its own leads to. */
  public ServiceSelection(String name, @Nullable String hash) {
    this(name, hash, List.of());
  }

  public ServiceSelection withHash(String changed) {
    return new ServiceSelection(name, changed, routes);
  }
}
