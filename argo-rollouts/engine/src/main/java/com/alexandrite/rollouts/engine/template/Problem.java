package com.alexandrite.rollouts.engine.template;

/**
 * Why a part of a manifest can't be executed.
 *
 * @param path from the root that was read, as in {@code provider.prometheus.headers[0].key}
 */
public record Problem(String path, String message) {

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
