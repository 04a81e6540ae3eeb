package com.alexandrite.rollouts.local.haproxy;

/**
 * A pod as the backend shall see it.
 *
 * @param address an IP address
 * @param port where customers' requests go
 * @param checkPort where health checks go
 * @param weight share of the requests, 0 to 256, relative to the other endpoints
 * @param leaving true to let it finish what it has and give it nothing new
 */
public record Endpoint(String address, int port, int checkPort, int weight, boolean leaving) {
  /** Greatest weight that HAProxy accepts. */
  public static final int MAX_WEIGHT = 256;

  /** Checks the weight. */
  public Endpoint {
    if (weight < 0 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException("weight " + weight + " is not in 0.." + MAX_WEIGHT);
    }
  }
}
