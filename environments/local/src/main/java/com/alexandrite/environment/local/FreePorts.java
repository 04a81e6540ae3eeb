package com.alexandrite.environment.local;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports for processes that come and go, below the range that the operating system takes outgoing
 * connections from, so that nothing takes a port between its choice and its use.
 */
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int COUNT = 10_000;
  private static final int ATTEMPTS = 1000;

  private final RandomGenerator random = RandomGenerator.getDefault();

  /** A port that nobody listens on and that is not among those promised to others. */
  public int take(Set<Integer> promised) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = LOWEST + random.nextInt(COUNT);
      if (!promised.contains(port) && Ports.isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no free port in " + LOWEST + ".." + (LOWEST + COUNT - 1) + " for a process");
  }

  /** Two different ports: for what a process serves, and for its management. */
  public int[] takeTwo(Set<Integer> promised) {
    int first = take(promised);
    Set<Integer> withFirst = new HashSet<>(promised);
    withFirst.add(first);
    return new int[] {first, take(withFirst)};
  }
}
