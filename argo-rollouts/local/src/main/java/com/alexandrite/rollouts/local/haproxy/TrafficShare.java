package com.alexandrite.rollouts.local.haproxy;

import java.util.ArrayList;
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
      return new TrafficShare(spread(ALONE * stableServers, stableServers), zeros(canaryServers));
    }
    if (stableServers == 0 || percent == 100) {
      return new TrafficShare(zeros(stableServers), spread(ALONE * canaryServers, canaryServers));
    }
    int divisor = gcd(percent, 100 - percent);
    int canaryPart = percent / divisor;
    int stablePart = (100 - percent) / divisor;
    int factor = factor(stablePart, stableServers, canaryPart, canaryServers);
    return new TrafficShare(
        spread(stablePart * factor, stableServers), spread(canaryPart * factor, canaryServers));
  }

  /** The smallest factor that gives equal weights within a group, else the greatest that fits. */
  private static int factor(int stablePart, int stables, int canaryPart, int canaries) {
    int greatest =
        Math.min(
            Endpoint.MAX_WEIGHT * stables / stablePart,
            Endpoint.MAX_WEIGHT * canaries / canaryPart);
    for (int factor = 1; factor <= greatest; factor++) {
      if (stablePart * factor % stables == 0 && canaryPart * factor % canaries == 0) {
        return factor;
      }
    }
    return Math.max(1, greatest);
  }

  private static List<Integer> spread(int total, int servers) {
    List<Integer> weights = new ArrayList<>(servers);
    for (int i = 0; i < servers; i++) {
      weights.add(total / servers + (i < total % servers ? 1 : 0));
    }
    return weights;
  }

  private static List<Integer> zeros(int servers) {
    return Collections.nCopies(servers, 0);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
