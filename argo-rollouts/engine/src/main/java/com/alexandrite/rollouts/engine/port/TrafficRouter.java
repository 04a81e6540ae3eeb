package com.alexandrite.rollouts.engine.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the traffic between revisions. Calls are idempotent; a failed call is repeated. */
public interface TrafficRouter {

  /** Send the traffic as this says from now on, without dropping a connection. */
  void route(TrafficSplit split);

  /** Whether the split is in effect; null = this router can't tell. */
  @Nullable Boolean verify(TrafficSplit split);

  /** Let the service select the pods of this revision. */
  void selectService(String service, String hash);

  /**
   * A wanted split.
   *
   * @param httpRoutes names of the HTTPRoutes that carry the traffic
   * @param canaryService backend with weight {@code canaryWeight}
   * @param canaryHash revision behind it; empty = none
   * @param stableService backend with the rest of the weight
   * @param stableHash revision behind it; empty = none
   * @param canaryWeight 0 to {@code fullWeight}
   * @param routes names of the header and mirror routes that are to be set, in their order
   * @param fullWeight the weight that means all traffic
   */
  record TrafficSplit(
      String rollout,
      String namespace,
      List<String> httpRoutes,
      String canaryService,
      String canaryHash,
      String stableService,
      String stableHash,
      int canaryWeight,
      List<String> routes,
      int fullWeight) {

    public TrafficSplit {
      httpRoutes = List.copyOf(httpRoutes);
      routes = List.copyOf(routes);
      if (canaryWeight < 0 || canaryWeight > fullWeight) {
        throw new IllegalArgumentException(
            "weight " + canaryWeight + " is not in 0.." + fullWeight);
      }
    }

    /** The stable arm's share. */
    public int stableWeight() {
      return fullWeight - canaryWeight;
    }
  }
}
