package com.alexandrite.rollouts.local.haproxy;

/**
 * One server line of a backend, as HAProxy holds it now. Slots come from a {@code server-template};
 * a slot in maintenance is free to take a pod.
 *
 * @param name name of the slot, for example {@code shop3}
 * @param port where customers' requests go
 * @param checkPort where health checks go
 * @param weight 0 to 256
 * @param mode what the administrator asked of the slot
 * @param up whether HAProxy would send requests there: its health checks pass
 */
public record ServerSlot(
    String name, String address, int port, int checkPort, int weight, Mode mode, boolean up) {
  /** What was asked of a slot. */
  public enum Mode {
    /** Takes requests by its weight. */
    READY,
    /** Finishes what it has, takes nothing new. */
    DRAIN,
    /** Out of service. */
    MAINTENANCE
  }

  boolean serves(Endpoint endpoint) {
    return mode != Mode.MAINTENANCE
        && port == endpoint.port()
        && address.equals(endpoint.address());
  }
}
