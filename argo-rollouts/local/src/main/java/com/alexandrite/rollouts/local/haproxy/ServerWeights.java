package com.alexandrite.rollouts.local.haproxy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Weights of single servers that give each group of them exactly its part of the whole, however
 * many servers a group has.
 */
public final class ServerWeights {

  private ServerWeights() {}

  /**
   * The weights of each group's servers.
   *
   * @param parts what each group gets in relation to the others; a group that gets something has a
   *     server
   * @param servers how many each group has
   */
  public static List<List<Integer>> of(List<Integer> parts, List<Integer> servers) {
    int divisor = parts.stream().reduce(0, ServerWeights::gcd);
    List<Integer> reduced = parts.stream().map(part -> part / Math.max(1, divisor)).toList();
    int factor = factor(reduced, servers);
    List<List<Integer>> weights = new ArrayList<>();
    for (int i = 0; i < reduced.size(); i++) {
      weights.add(spread(reduced.get(i) * factor, servers.get(i)));
    }
    return weights;
  }

  /**
   * The smallest factor that gives equal weights within each group, else the greatest that fits.
   */
  private static int factor(List<Integer> parts, List<Integer> servers) {
    int greatest = Integer.MAX_VALUE;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) > 0) {
        greatest = Math.min(greatest, Endpoint.MAX_WEIGHT * servers.get(i) / parts.get(i));
      }
    }
    for (int factor = 1; factor <= greatest; factor++) {
      if (even(parts, servers, factor)) {
        return factor;
      }
    }
    return Math.max(1, greatest);
  }

  private static boolean even(List<Integer> parts, List<Integer> servers, int factor) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) > 0 && parts.get(i) * factor % servers.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The total as evenly as whole numbers allow. */
  static List<Integer> spread(int total, int servers) {
    if (total == 0) {
      return Collections.nCopies(servers, 0);
    }
    List<Integer> weights = new ArrayList<>(servers);
    for (int i = 0; i < servers; i++) {
      weights.add(total / servers + (i < total % servers ? 1 : 0));
    }
    return weights;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
