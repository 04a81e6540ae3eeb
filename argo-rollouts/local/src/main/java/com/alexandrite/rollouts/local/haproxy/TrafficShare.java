package com.alexandrite.rollouts.local.haproxy;

import java.util.Collections;
import java.util.List;

/**
 * Weights of single servers that give the canary as a whole exactly its percentage, however many
 * servers either side has.
 *
 * @param stable weight of each stable server
 * @param canary weight of each canary server
 */
public record TrafficShare(List<Integer> stable, List<Integer> canary) {
  /** Weight of each server while only one side has any. */
  private static final int ALONE = 100;

  /** Copies the lists. */
  public TrafficShare {
    stable = List.copyOf(stable);
    canary = List.copyOf(canary);
  }

  /**
   * Splits requests between two groups of servers.
   *
   * @param percent share of the canary, 0 to 100
   * @param stableServers how many stable servers take requests
   * @param canaryServers how many canary servers take requests; with none, stable has all, and the
   *     other way round
   */
  public static TrafficShare of(int percent, int stableServers, int canaryServers) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent " + percent + " is not in 0..100");
    }
    if (canaryServers == 0 || (percent == 0 && stableServers > 0)) {
      return new TrafficShare(
          ServerWeights.spread(ALONE * stableServers, stableServers), zeros(canaryServers));
    }
    if (stableServers == 0 || percent == 100) {
      return new TrafficShare(
          zeros(stableServers), ServerWeights.spread(ALONE * canaryServers, canaryServers));
    }
    List<List<Integer>> weights =
        ServerWeights.of(List.of(100 - percent, percent), List.of(stableServers, canaryServers));
    return new TrafficShare(weights.get(0), weights.get(1));
  }

  private static List<Integer> zeros(int servers) {
    return Collections.nCopies(servers, 0);
  }
}
