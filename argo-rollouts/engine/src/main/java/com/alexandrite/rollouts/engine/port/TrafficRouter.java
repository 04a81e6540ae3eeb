package com.alexandrite.rollouts.engine.port;

import com.alexandrite.rollouts.engine.model.HeaderRoute;
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
   * @param stableService backend with weight 100 - {@code canaryWeight}
   * @param stableHash revision behind it; empty = none
   * @param canaryWeight 0 to 100
   * @param routes names of the header and mirror routes that are to be set, in their order
   * @param headerRoutes what the header routes among them say
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
      List<HeaderRoute> headerRoutes) {

    public TrafficSplit {
      httpRoutes = List.copyOf(httpRoutes);
      routes = List.copyOf(routes);
      headerRoutes = List.copyOf(headerRoutes);
      if (canaryWeight < 0 || canaryWeight > 100) {
        throw new IllegalArgumentException("weight " + canaryWeight + " is not in 0..100");
      }
    }

    /** The stable arm's share, in percent. */
    public int stableWeight() {
      return 100 - canaryWeight;
    }
  }
}
